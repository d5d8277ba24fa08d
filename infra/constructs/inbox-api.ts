import { Duration, Validations } from 'aws-cdk-lib';
import type { HttpMethod, IpAddressType } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Construct } from 'constructs';
import { addAlarm } from './alarms.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import { type Limit, PublicApi } from './public-api.ts';
import type { ServiceFunction } from './service-function.ts';

export interface InboxApiProps {
  readonly defaults: DeploymentDefaults;
  /**
   * @default IPv4 alone
   */
  readonly ipAddressType?: IpAddressType | undefined;
}

/** More than any sender needs: those that are told to wait come again. It bounds what a flood costs. */
const LIMIT: Limit = { rate: 200, burst: 400 };

/**
 * Where other systems send to. It is not the API of the reps' links: a burst of requests shall keep nobody from a lead, and a
 * throttle of one says nothing of the other.
 */
export class InboxApi extends PublicApi {
  /** Ends with a slash; the address of a source is this, its name and a token. */
  readonly base: string;

  constructor(scope: Construct, id: string, { defaults, ipAddressType }: InboxApiProps) {
    super(scope, id, { defaults, ipAddressType, limit: LIMIT });
    this.base = `${this.api.apiEndpoint}/in/`;
    addAlarm(this, 'FailuresAlarm', {
      defaults,
      what: 'Another system that sent something got an error.',
      runbook: 'sources.md#a-source-gets-an-error',
      metric: this.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
    });
  }

  /** Whatever comes to the path; the function finds out who it is. */
  serve(path: string, methods: HttpMethod[], by: ServiceFunction): void {
    const integration = new HttpLambdaIntegration(by.node.id, by.function);
    for (const route of this.api.addRoutes({ path, methods, integration })) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason:
          'The signature of each sender is the authorization, and a token in the path: the function verifies both.',
      });
    }
  }
}
