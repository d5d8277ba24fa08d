import { Aws, Validations } from 'aws-cdk-lib';
import { Effect, Grant, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { ServiceFunction } from './service-function.ts';

/** To send SMS, and to ask before whether one can arrive. A message to a phone number has no ARN: what is left when all topics are left out is just those. */
export const grantSms = (grantee: ServiceFunction): void => {
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      actions: ['sns:Publish'],
      notResources: [`arn:${Aws.PARTITION}:sns:*:*:*`],
    }),
  );
  Grant.addToPrincipal({
    grantee,
    actions: ['sns:CheckIfPhoneNumberIsOptedOut', 'sns:GetSMSSandboxAccountStatus', 'sns:ListSMSSandboxPhoneNumbers'],
    resourceArns: ['*'],
  });
  acknowledgeAll(grantee);
};

const acknowledgeAll = (grantee: ServiceFunction): void => {
  Validations.of(grantee.role).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'X-Ray, metrics, opt-outs, limits and the sandbox of SMS know no resources.',
  });
};

/** To ask an account what keeps SMS from arriving, for all numbers at once. */
export const grantAskSms = (grantee: ServiceFunction): void => {
  Grant.addToPrincipal({
    grantee,
    actions: [
      'sns:GetSMSSandboxAccountStatus',
      'sns:ListSMSSandboxPhoneNumbers',
      'sns:ListPhoneNumbersOptedOut',
      'sns:GetSMSAttributes',
      'sns:ListOriginationNumbers',
      'cloudwatch:GetMetricStatistics',
    ],
    resourceArns: ['*'],
  });
  acknowledgeAll(grantee);
};
