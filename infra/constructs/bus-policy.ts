import { Stack } from 'aws-cdk-lib';
import { CfnEventBus, type EventBus } from 'aws-cdk-lib/aws-events';
import {
  AccountPrincipal,
  AnyPrincipal,
  Effect,
  type IRole,
  PolicyDocument,
  PolicyStatement,
} from 'aws-cdk-lib/aws-iam';
import { FACT_SOURCE } from '../../shared/contracts/subscriptions.ts';
import { LEAD_TYPES } from '../../shared/domain/vocabulary/inbound-types.ts';
import { onlyTypes } from './grant-put-events.ts';

export interface BusPolicyProps {
  /** The one who publishes facts. */
  readonly publisher: IRole;
  /** Other accounts that may put leads on the bus, by their ids. */
  readonly allowAccounts: readonly string[];
}

/**
 * Whoever believes a fact may: nobody but its publisher can put one, whatever their own policies say. In the bus's own
 * property, because the local AWS knows no AWS::Events::EventBusPolicy.
 */
export const protectBus = (bus: EventBus, { publisher, allowAccounts }: BusPolicyProps): void => {
  const { defaultChild } = bus.node;
  if (!(defaultChild instanceof CfnEventBus))
    throw new Error(`${bus.node.path} makes no bus that could have a policy.`);
  // Put together from the name: a property cannot ask for the ARN of its own resource.
  const resources = [
    Stack.of(bus).formatArn({ service: 'events', resource: 'event-bus', resourceName: defaultChild.name }),
  ];
  const actions = ['events:PutEvents'];
  const statements = [
    new PolicyStatement({
      sid: 'FactsByTheirPublisherAlone',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions,
      resources,
      conditions: {
        // One such entry refuses the whole call.
        'ForAnyValue:StringEquals': { 'events:source': [FACT_SOURCE] },
        ArnNotEquals: { 'aws:PrincipalArn': publisher.roleArn },
      },
    }),
    ...allowAccounts.map(
      (account) =>
        new PolicyStatement({
          sid: `LeadsOf${account}`,
          principals: [new AccountPrincipal(account)],
          actions,
          resources,
          conditions: onlyTypes(LEAD_TYPES),
        }),
    ),
  ];
  defaultChild.policy = new PolicyDocument({ statements });
};
