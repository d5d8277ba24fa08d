import { Aws, Fn } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { DeploymentDefaults } from './deployment-defaults.ts';

/** Of a stack that is made again after it was deleted, another one: what was retained has the name of the first. */
const incarnation = (): string => Fn.select(2, Fn.split('/', Aws.STACK_ID));

/**
 * A log group that a service of AWS writes by itself. Each of them is named in one policy of the account, which holds
 * 5,120 characters; those whose name begins like this share one entry.
 */
export const vendedLogs = (
  scope: Construct,
  id: string,
  service: 'apis' | 'states',
  defaults: DeploymentDefaults,
): LogGroup =>
  new LogGroup(scope, id, {
    logGroupName: `/aws/vendedlogs/${service}/${defaults.name}/${incarnation()}`,
    retention: defaults.logRetention,
    removalPolicy: defaults.removalPolicy,
  });
