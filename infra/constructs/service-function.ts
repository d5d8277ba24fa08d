import { Duration, Validations } from 'aws-cdk-lib';
import { Metric, type MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { Grant, type IGrantable, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import * as z from 'zod';
import { CommonEnv } from '../../shared/contracts/env/common.ts';
import { type EnvironmentOf, FUNCTIONS, type FunctionName } from '../../shared/contracts/functions.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { ReportTerms } from '../../shared/domain/measures/terms.ts';
import type { Sink } from '../../shared/domain/sink/sink.ts';
import type { Source } from '../../shared/domain/source/source.ts';
import type { Metric as MetricName } from '../../shared/ports/observer.ts';
import { addAlarm } from './alarms.ts';
import { functionCode } from './bundle.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';

export interface ServiceFunctionProps<Name extends FunctionName> {
  readonly defaults: DeploymentDefaults;
  readonly name: Name;
  readonly description: string;
  /** As the function's contract has it, by which it is parsed here already. */
  readonly environment: EnvironmentOf<Name>;
  /** For functions that decide by it. */
  readonly agreement?: Agreement;
  /** For those that tell figures. */
  readonly terms?: ReportTerms;
  /** For those that other systems' requests come to. */
  readonly sources?: readonly Source[];
  /** For those that tell other systems. */
  readonly sinks?: readonly Sink[];
  /**
   * In MB; with them comes computing time.
   * @default 512
   */
  readonly memory?: number;
  readonly timeout: Duration;
  /** Made here unless somebody had to know it earlier. */
  readonly role?: Role;
}

const Variables = z.record(z.string(), z.string());

export const functionRole = (scope: Construct, id: string): Role =>
  new Role(scope, id, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });

/** One function with its own role, log group and alarm. */
export class ServiceFunction<Name extends FunctionName = FunctionName> extends Construct implements IGrantable {
  readonly function: LambdaFunction;
  readonly role: Role;
  readonly grantPrincipal: Role;
  readonly logGroup: LogGroup;
  readonly name: Name;
  readonly timeout: Duration;
  readonly metricsNamespace: string;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps<Name>) {
    super(scope, id);
    const { defaults, name, agreement, terms, sources, sinks, timeout, memory = 512 } = props;
    this.name = name;
    this.timeout = timeout;
    this.metricsNamespace = defaults.metricsNamespace;
    // Encrypted by CloudWatch's own key: logs hold no personal data.
    this.logGroup = new LogGroup(this, 'Logs', {
      retention: defaults.logRetention,
      removalPolicy: defaults.removalPolicy,
    });
    this.role = props.role ?? functionRole(this, 'Role');
    this.grantPrincipal = this.role;
    Grant.addToPrincipal({
      grantee: this,
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resourceArns: [this.logGroup.logGroupArn],
    });
    const common: CommonEnv = {
      POWERTOOLS_SERVICE_NAME: name,
      POWERTOOLS_METRICS_NAMESPACE: defaults.metricsNamespace,
      LOG_LEVEL: defaults.logLevel,
      NODE_OPTIONS: '--enable-source-maps',
    };
    this.function = new LambdaFunction(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: functionCode(name, { agreement, terms, sources, sinks }),
      memorySize: memory,
      timeout,
      role: this.role,
      environment: { ...CommonEnv.parse(common), ...Variables.parse(FUNCTIONS[name].env.parse(props.environment)) },
      tracing: Tracing.ACTIVE,
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      // Never above INFO, at which Lambda lets lines with metrics pass; what is above it, the function goes by LOG_LEVEL.
      applicationLogLevelV2: defaults.logLevel === 'DEBUG' ? ApplicationLogLevel.DEBUG : ApplicationLogLevel.INFO,
    });
    Validations.of(this.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray knows no resources.',
    });
    addAlarm(this, 'Errors', {
      defaults,
      what: `${name} ended with an error.`,
      runbook: 'functions.md#a-function-fails',
      metric: this.function.metricErrors({ period: Duration.minutes(5), statistic: 'Sum' }),
    });
  }

  /** One of those that the function writes itself; the sum of five minutes unless told. */
  metric(metricName: MetricName, props?: MetricOptions): Metric {
    return new Metric({
      namespace: this.metricsNamespace,
      metricName,
      dimensionsMap: { service: this.name },
      statistic: 'Sum',
      ...props,
    }).attachTo(this);
  }
}
