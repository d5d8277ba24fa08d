import { Aws, Duration, Validations } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
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
import { addAlarm } from './alarms.ts';
import { functionCode } from './bundle.ts';
import type { Surroundings } from './surroundings.ts';

export interface ServiceFunctionProps<Name extends FunctionName> {
  readonly surroundings: Surroundings;
  readonly name: Name;
  readonly description: string;
  /** As the function's contract has it, by which it is parsed here already. */
  readonly environment: EnvironmentOf<Name>;
  /** For functions that decide by it. */
  readonly agreement?: Agreement;
  readonly timeout: Duration;
  /** Made here unless somebody had to know it earlier. */
  readonly role?: Role;
}

const METRICS = 'GoldenHour';

const Variables = z.record(z.string(), z.string());

export const functionRole = (scope: Construct, id: string): Role =>
  new Role(scope, id, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });

/** One function with its own role, log group and alarm. */
export class ServiceFunction<Name extends FunctionName = FunctionName> extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;
  readonly logGroup: LogGroup;
  readonly name: Name;
  readonly timeout: Duration;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps<Name>) {
    super(scope, id);
    const { surroundings, name, agreement, timeout } = props;
    this.name = name;
    this.timeout = timeout;
    // Encrypted by CloudWatch's own key: logs hold no personal data.
    this.logGroup = new LogGroup(this, 'Logs', {
      retention: surroundings.logRetention,
      removalPolicy: surroundings.removalPolicy,
    });
    this.role = props.role ?? functionRole(this, 'Role');
    this.allow({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [this.logGroup.logGroupArn] });
    const common: CommonEnv = {
      POWERTOOLS_SERVICE_NAME: name,
      POWERTOOLS_METRICS_NAMESPACE: METRICS,
      LOG_LEVEL: surroundings.logLevel,
      NODE_OPTIONS: '--enable-source-maps',
    };
    this.function = new LambdaFunction(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: functionCode(name, agreement),
      memorySize: 512,
      timeout,
      role: this.role,
      environment: { ...CommonEnv.parse(common), ...Variables.parse(FUNCTIONS[name].env.parse(props.environment)) },
      tracing: Tracing.ACTIVE,
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      // INFO otherwise, whatever LOG_LEVEL says.
      applicationLogLevelV2: ApplicationLogLevel[surroundings.logLevel],
    });
    Validations.of(this.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'xray:PutTraceSegments, xray:PutTelemetryRecords and sns:CheckIfPhoneNumberIsOptedOut know no resources.',
    });
    addAlarm(this, 'Errors', surroundings, {
      what: `${name} ended with an error.`,
      runbook: 'functions.md#a-function-fails',
      metric: this.function.metricErrors({ period: Duration.minutes(5), statistic: 'Sum' }),
    });
  }

  allow(statement: { readonly actions: string[]; readonly resources: string[] }): void {
    this.role.addToPolicy(new PolicyStatement(statement));
  }

  /** A message to a phone number has no ARN. Leaving out all topics leaves just those. */
  allowSms(): void {
    this.role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['sns:Publish'],
        notResources: [`arn:${Aws.PARTITION}:sns:*:*:*`],
      }),
    );
    this.allow({ actions: ['sns:CheckIfPhoneNumberIsOptedOut'], resources: ['*'] });
  }

  /** One of those that the function counts itself. */
  metric(metricName: string, period: Duration): Metric {
    return new Metric({
      namespace: METRICS,
      metricName,
      dimensionsMap: { service: this.name },
      statistic: 'Sum',
      period,
    });
  }
}
