import { CfnResource, Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Of a table that was made elsewhere, as a policy names it. */
const arnOf = (resource: IConstruct): string => {
  if ('tableArn' in resource) return String(resource.tableArn);
  throw new Error(`${resource.node.path} makes no resource whose ARN a policy could name.`);
};

/** Tells cdk-nag why a policy under `scope` names everything below one resource's ARN. */
export const acknowledgeBelow = (scope: IConstruct, resource: IConstruct, suffix: string, reason: string): void => {
  const element = resource.node.defaultChild;
  const arn = CfnResource.isCfnResource(element)
    ? `<${Stack.of(resource).getLogicalId(element)}.Arn>`
    : arnOf(resource);
  Validations.of(scope).acknowledge({ id: `AwsSolutions-IAM5[Resource::${arn}${suffix}]`, reason });
};
