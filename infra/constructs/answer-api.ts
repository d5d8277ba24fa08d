import { Duration, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type AddRoutesOptions,
  ApiMapping,
  CfnStage,
  DomainName,
  HttpApi,
  HttpMethod,
  type HttpRoute,
  HttpStage,
  type IpAddressType,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Construct } from 'constructs';
import { addAlarm } from './alarms.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import type { ServiceFunction } from './service-function.ts';
import { vendedLogs } from './vended-logs.ts';

/** No path and no query: the path is the link, and whoever has the link may answer. */
const LOG_FORMAT = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    method: '$context.httpMethod',
    routeKey: '$context.routeKey',
    status: '$context.status',
    latency: '$context.responseLatency',
  }),
);

/** A domain of the deployer's own for links, with a certificate for it in the stack's region. */
export interface LinkDomain {
  /** Such as `go.example.com`: at most 57 characters. */
  readonly name: string;
  readonly certificate: ICertificate;
}

/** Requests a second that an API takes on a path, and so many at once. */
export interface RouteLimit {
  readonly rate: number;
  readonly burst: number;
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

/** The page behind the links of the alerts. */
export class AnswerApi extends Construct {
  readonly api: HttpApi;
  /** A record of the deployer's DNS has to lead to it. */
  readonly domain?: DomainName;
  /** Ends with a slash; a link is this and a token. */
  readonly linkBase: string;
  private readonly stage: HttpStage;

  constructor(scope: Construct, id: string, { defaults, domain, ipAddressType }: AnswerApiProps) {
    super(scope, id);
    // The stage is made below, with its log and its limits.
    const addresses = ipAddressType === undefined ? {} : { ipAddressType };
    this.api = new HttpApi(this, 'Api', { apiName: defaults.name, createDefaultStage: false, ...addresses });
    const logs = vendedLogs(this, 'AccessLogs', 'apis', defaults);
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      // Of all who ask together: lower, and a script that tries tokens would lock out every rep. No limit protects the
      // tokens, which cannot be guessed; it bounds what a flood costs.
      throttle: { rateLimit: 1_000, burstLimit: 2_000 },
      accessLogSettings: { destination: new LogGroupLogDestination(logs), format: LOG_FORMAT },
    });
    this.linkBase = `${domain === undefined ? this.api.apiEndpoint : `https://${domain.name}`}/a/`;
    if (domain !== undefined) {
      const { name: domainName, certificate } = domain;
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

  /** Routes with limits of their own, below those of all. */
  addLimited(options: AddRoutesOptions & { readonly methods: HttpMethod[] }, { rate, burst }: RouteLimit): HttpRoute[] {
    const { defaultChild: stage } = this.stage.node;
    if (!(stage instanceof CfnStage)) throw new Error(`${this.stage.node.path} makes no stage to limit.`);
    for (const method of options.methods) {
      stage.addPropertyOverride(`RouteSettings.${method} ${options.path}`, {
        ThrottlingRateLimit: rate,
        ThrottlingBurstLimit: burst,
      });
    }
    const routes = this.api.addRoutes(options);
    // A stage cannot have settings of a route that is not there yet.
    stage.node.addDependency(...routes);
    return routes;
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
