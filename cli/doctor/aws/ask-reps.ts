import { NotFoundException, paginateListSubscriptionsByTopic, type SNSClient } from '@aws-sdk/client-sns';
import type { SSMClient } from '@aws-sdk/client-ssm';
import { createRepTopics } from '../../../shared/adapters/aws/rep-topics.ts';
import type { Subscription, Topic } from '../deployment.ts';

/** Topics asked about at once: SNS answers some thirty to a hundred such questions a second. */
const TOPICS_AT_ONCE = 10;

const EMAIL = ['email', 'email-json'];

/** What SNS shows in the place of an ARN until the reader has confirmed; again when it has deactivated an address. */
const PENDING = 'PendingConfirmation';

/** Undefined where the topic is gone. */
const subscriptionsOf = async (client: SNSClient, arn: string): Promise<readonly Subscription[] | undefined> => {
  const found: Subscription[] = [];
  try {
    for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic({ client }, { TopicArn: arn })) {
      for (const { Protocol = '', Endpoint = '', SubscriptionArn = '' } of Subscriptions) {
        if (!EMAIL.includes(Protocol)) continue;
        const confirmed = SubscriptionArn.startsWith('arn:');
        if (confirmed || SubscriptionArn === PENDING) found.push({ address: Endpoint, confirmed });
      }
    }
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
  return found;
};

/** The topics that alert-rep would publish to, by rep id. */
export const askTopics = async (
  sns: SNSClient,
  ssm: SSMClient,
  parameters: readonly string[],
  reps: readonly string[],
): Promise<ReadonlyMap<string, Topic>> => {
  const topicOf = createRepTopics(ssm, parameters);
  const topics = new Map<string, Topic>();
  const ask = async (rep: string): Promise<void> => {
    const arn = await topicOf(rep);
    const subscriptions = arn === undefined ? undefined : await subscriptionsOf(sns, arn);
    if (arn !== undefined && subscriptions !== undefined) topics.set(rep, { arn, subscriptions });
  };
  for (let first = 0; first < reps.length; first += TOPICS_AT_ONCE) {
    await Promise.all(reps.slice(first, first + TOPICS_AT_ONCE).map(ask));
  }
  return topics;
};
