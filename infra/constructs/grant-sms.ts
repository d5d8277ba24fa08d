import { Aws } from 'aws-cdk-lib';
import { Effect, Grant, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** To send SMS, and to ask before whether one can arrive. A message to a phone number has no ARN: what is left when all topics are left out is just those. */
export const grantSms = (grantee: IGrantable): void => {
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
};
