import { NotFoundException, paginateListSubscriptionsByTopic, type SNSClient } from '@aws-sdk/client-sns';
import type { Subscription, Topic } from '../../../domain/alert/reach/account.ts';
import type { TopicOf } from '../senders/email.ts';
import { inBatches } from './in-batches.ts';

/** What SNS shows in the place of an ARN until the reader has confirmed; again when it has deactivated an address. */
const PENDING = 'PendingConfirmation';

/** Undefined where the topic is gone. */
const subscriptionsOf = async (client: SNSClient, arn: string): Promise<readonly Subscription[] | undefined> => {
  const found: Subscription[] = [];
  try {
    for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic({ client }, { TopicArn: arn })) {
      for (const { Endpoint: address = '', SubscriptionArn = '' } of Subscriptions) {
        const confirmed = SubscriptionArn.startsWith('arn:');
        if (confirmed || SubscriptionArn === PENDING) found.push({ address, confirmed });
      }
    }
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
  return found;
};

export interface TopicQuestions {
  readonly sns: SNSClient;
  readonly topicOf: TopicOf;
  /** Waits between ten topics and the next: SNS answers some thirty such questions a second, to all of the account. */
  readonly rest: () => Promise<void>;
}

/** The topics that alert-rep would publish to, by rep id. */
export const askTopics = async (
  { sns, topicOf, rest }: TopicQuestions,
  recipients: readonly string[],
): Promise<ReadonlyMap<string, Topic>> => {
  const topics = new Map<string, Topic>();
  const ask = async (recipient: string): Promise<void> => {
    const arn = await topicOf(recipient);
    const subscriptions = arn === undefined ? undefined : await subscriptionsOf(sns, arn);
    if (arn !== undefined && subscriptions !== undefined) topics.set(recipient, { arn, subscriptions });
  };
  await inBatches(recipients, rest, ask);
  return topics;
};
