import { ArnFormat, Stack } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { SecretName } from '../../shared/ports/secret-store.ts';
import type { DeploymentDefaults } from './deployment-defaults.ts';
import type { ServiceFunction } from './service-function.ts';

/**
 * Where people keep what is secret of this deployment, in SSM; ends with a slash. CloudFormation cannot make a SecureString,
 * and would hold what is in it.
 */
export const secretsPrefix = ({ name }: Pick<DeploymentDefaults, 'name'>): string => `/golden-hour/${name}/`;

/** To read what is kept under these names. SSM's own key lets each role of the account that may read the parameter use it. */
export const grantReadSecrets = (
  grantee: ServiceFunction,
  names: readonly SecretName[],
  defaults: DeploymentDefaults,
): void => {
  Grant.addToPrincipal({
    grantee,
    actions: ['ssm:GetParameter'],
    resourceArns: names.map((name) =>
      Stack.of(grantee).formatArn({
        service: 'ssm',
        resource: 'parameter',
        resourceName: `${secretsPrefix(defaults).slice(1)}${name}`,
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      }),
    ),
  });
};
