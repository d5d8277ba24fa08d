import { Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

export interface AlarmTopicProps {
  /** Who is told by e-mail. */
  readonly email?: string | undefined;
  /** A key of the deployer's, which lets CloudWatch use it. */
  readonly encryptionKey?: IKey | undefined;
}

/**
 * Where alarms go unless the deployer has a topic of their own. Alarms hold no personal data, and CloudWatch cannot use
 * AWS's own key of SNS: only a key of the deployer's encrypts them.
 */
export const alarmTopicOf = (scope: Construct, { email, encryptionKey }: AlarmTopicProps): Topic => {
  const topic = new Topic(scope, 'Alarms', {
    displayName: 'Golden Hour alarms',
    enforceSSL: true,
    ...(encryptionKey === undefined ? {} : { masterKey: encryptionKey }),
  });
  const { account } = Stack.of(scope);
  // A policy of ours replaces the one by which the alarms of the account may publish.
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  );
  encryptionKey?.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  );
  if (email !== undefined) topic.addSubscription(new EmailSubscription(email));
  Validations.of(topic).acknowledge({
    id: 'AwsSolutions-SNS2',
    reason: "Alarms hold no personal data, and CloudWatch cannot publish to a topic that AWS's own key encrypts.",
  });
  return topic;
};
