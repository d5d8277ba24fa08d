import { type Duration, Stack } from 'aws-cdk-lib';
import { CfnArchive, EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { FACT_SOURCE } from '../../shared/contracts/subscriptions.ts';

export interface LeadBusProps {
  /** How long inbound events are kept, to be played again after a restore; not at all unless told. */
  readonly archive?: Duration | undefined;
  readonly encryptionKey?: IKey | undefined;
}

/** Its L2 names the bus in the policy of the key that the bus itself needs: a circle, where both have the same one. */
const letArchive = (scope: Construct, key: IKey): void => {
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('events.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey', 'kms:ReEncrypt*'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
};

/** Facts are not archived: the table holds them, and whoever heard one would hear it again. */
export const leadBus = (scope: Construct, { archive, encryptionKey }: LeadBusProps): EventBus => {
  const bus = new EventBus(scope, 'Bus', {
    description: 'Leads, and what became of them',
    ...(encryptionKey === undefined ? {} : { kmsKey: encryptionKey }),
  });
  if (archive !== undefined) {
    new CfnArchive(scope, 'Archive', {
      description: 'What producers sent',
      sourceArn: bus.eventBusArn,
      eventPattern: { source: [{ 'anything-but': [FACT_SOURCE] }] },
      retentionDays: archive.toDays(),
      ...(encryptionKey === undefined ? {} : { kmsKeyIdentifier: encryptionKey.keyArn }),
    });
    if (encryptionKey !== undefined) letArchive(scope, encryptionKey);
  }
  return bus;
};
