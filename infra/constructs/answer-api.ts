import { Duration, Validations } from 'aws-cdk-lib';
import { ApiMapping, DomainName, HttpMethod, type IpAddressType } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';
import { addAlarm } from './alarms.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import { type Limit, PublicApi } from './public-api.ts';
import type { ServiceFunction } from './service-function.ts';

/** A domain of the deployer's own for links, with a certificate for it in the stack's region. */
export interface LinkDomain {
  /** Such as `go.example.com`: at most 57 characters. */
  readonly name: string;
  readonly certificate: ICertificate;
}

export interface AnswerApiProps {
  readonly defaults: DeploymentDefaults;
  /**
   * Where the page can be reached as well.
   * @default none
   */
  readonly domain?: LinkDomain | undefined;
  /**
   * @default IPv4 alone
   */
  readonly ipAddressType?: IpAddressType | undefined;
}

/**
 * Lower, and a script that tries tokens would lock out every rep. No limit protects the tokens, which cannot be guessed; it
 * bounds what a flood costs.
 */
const LIMIT: Limit = { rate: 1_000, burst: 2_000 };

/** The page behind the links of the alerts. */
export class AnswerApi extends PublicApi {
  /** A record of the deployer's DNS has to lead to it. */
  readonly domain?: DomainName;
  /** Ends with a slash; a link is this and a token. */
  readonly linkBase: string;

  constructor(scope: Construct, id: string, { defaults, domain, ipAddressType }: AnswerApiProps) {
    super(scope, id, { defaults, ipAddressType, limit: LIMIT });
    this.linkBase = `${domain === undefined ? this.api.apiEndpoint : `https://${domain.name}`}/a/`;
    if (domain !== undefined) {
      const { name: domainName, certificate } = domain;
      const addresses = ipAddressType === undefined ? {} : { ipAddressType };
      this.domain = new DomainName(this, 'Domain', { domainName, certificate, ...addresses });
      new ApiMapping(this, 'DomainMapping', { api: this.api, domainName: this.domain, stage: this.stage });
    }
    addAlarm(this, 'FailuresAlarm', {
      defaults,
      what: 'A rep who opened a link got an error.',
      runbook: 'answers.md#a-link-does-not-open',
      metric: this.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
    });
  }

  serve(by: ServiceFunction): void {
    const routes = this.api.addRoutes({
      path: '/a/{token}',
      // HEAD is what mail scanners ask; an HTTP API does not take it for a GET.
      methods: [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST],
      integration: new HttpLambdaIntegration('Answer', by.function),
    });
    for (const route of routes) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason:
          'The token of the link is the authorization: 128 random bits, stored hashed, for one attempt of one lead, or of each on a list.',
      });
    }
  }
}
