import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type AddRoutesOptions,
  CfnStage,
  HttpApi,
  type HttpMethod,
  type HttpRoute,
  HttpStage,
  type IpAddressType,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import { vendedLogs } from './vended-logs.ts';

/** No path and no query: what is in the path is the key. */
const LOG_FORMAT = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    method: '$context.httpMethod',
    routeKey: '$context.routeKey',
    status: '$context.status',
    latency: '$context.responseLatency',
  }),
);

/** Requests a second that an API takes, in all or on a path, and so many at once. */
export interface Limit {
  readonly rate: number;
  readonly burst: number;
}

export interface PublicApiProps {
  readonly defaults: DeploymentDefaults;
  /**
   * @default IPv4 alone
   */
  readonly ipAddressType?: IpAddressType | undefined;
  /** Of all who ask together. */
  readonly limit: Limit;
}

/** An HTTP API that anybody may call. The ids below it stay as they are: another id is another address. */
export class PublicApi extends Construct {
  readonly api: HttpApi;
  protected readonly stage: HttpStage;

  constructor(scope: Construct, id: string, { defaults, ipAddressType, limit }: PublicApiProps) {
    super(scope, id);
    // The stage is made below, with its log and its limits.
    const addresses = ipAddressType === undefined ? {} : { ipAddressType };
    this.api = new HttpApi(this, 'Api', { apiName: defaults.name, createDefaultStage: false, ...addresses });
    const logs = vendedLogs(this, 'AccessLogs', 'apis', defaults);
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: limit.rate, burstLimit: limit.burst },
      accessLogSettings: { destination: new LogGroupLogDestination(logs), format: LOG_FORMAT },
    });
  }

  /** Routes with limits of their own, below those of all. */
  addLimited(options: AddRoutesOptions & { readonly methods: HttpMethod[] }, { rate, burst }: Limit): HttpRoute[] {
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
}
