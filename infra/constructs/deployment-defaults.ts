import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { LogLevel } from '../../shared/contracts/env/common.ts';

/** What all parts of one deployment have in common. */
export interface DeploymentDefaults {
  /** Tells this deployment from every other one in the account and region: letters, digits and hyphens, at most 60. */
  readonly name: string;
  /** Of what holds leads or what happened to them. */
  readonly removalPolicy: RemovalPolicy;
  /** Whether nobody can delete the table before switching that off. */
  readonly deletionProtection: boolean;
  readonly logRetention: RetentionDays;
  readonly logLevel: LogLevel;
  /** Of the metrics that functions write. */
  readonly metricsNamespace: string;
  /** Hears every alarm, and its end. */
  readonly alarmTopic: ITopic;
  /** The deployer's own, of whatever holds personal data; AWS's keys unless there is one. */
  readonly encryptionKey?: IKey;
}
