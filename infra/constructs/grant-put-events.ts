import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { FACT_SOURCE } from '../../shared/contracts/subscriptions.ts';

/** Events of these types, and no facts. */
export const onlyTypes = (types: readonly string[]) => ({
  'ForAllValues:StringEquals': { 'events:detail-type': types },
  'ForAllValues:StringNotEquals': { 'events:source': [FACT_SOURCE] },
  // Of a key that is not there, ForAllValues holds.
  Null: { 'events:detail-type': 'false', 'events:source': 'false' },
});

/** To put inbound events of these types on the bus. Whoever could put facts could give leads away. */
export const grantPutEvents = (grantee: IGrantable, bus: EventBus, types: readonly string[]): Grant =>
  Grant.addToPrincipal({
    grantee,
    actions: ['events:PutEvents'],
    resourceArns: [bus.eventBusArn],
    conditions: onlyTypes(types),
  });
