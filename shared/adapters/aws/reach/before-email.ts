import { GetTopicAttributesCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { ReachFailure } from '../../../domain/vocabulary/reach-failures.ts';
import type { TimeSource } from '../../../ports/time-source.ts';
import { remembering } from './remembering.ts';

/**
 * Why a message to a topic, by its ARN, would not arrive; undefined where it would. SNS takes such a message all the same,
 * answers with a message id and sends nothing. So nobody would be told by another channel.
 */
export type BeforeEmail = (topic: string) => Promise<ReachFailure | undefined>;

/** Asks SNS before a message. Where SNS does not answer, the message goes, and SNS may decide itself. */
export const askBeforeEmail = (client: SNSClient, time: Pick<TimeSource, 'now'>): BeforeEmail => {
  const isUnsubscribed = remembering(time, false, async (TopicArn) => {
    const { Attributes } = await client.send(new GetTopicAttributesCommand({ TopicArn }));
    return Attributes?.SubscriptionsConfirmed === '0';
  });
  return async (topic) => ((await isUnsubscribed(topic)) ? 'NotSubscribed' : undefined);
};
