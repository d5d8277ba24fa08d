import { CfnResource, Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Tells cdk-nag why a policy under `scope` names everything below one resource's ARN. */
export const acknowledgeBelow = (scope: IConstruct, resource: IConstruct, suffix: string, reason: string): void => {
  const [element] = [resource.node.defaultChild].filter(CfnResource.isCfnResource);
  if (element === undefined) throw new Error(`${resource.node.path} makes no resource whose ARN a policy could name.`);
  const arn = `<${Stack.of(resource).getLogicalId(element)}.Arn>`;
  Validations.of(scope).acknowledge({ id: `AwsSolutions-IAM5[Resource::${arn}${suffix}]`, reason });
};
