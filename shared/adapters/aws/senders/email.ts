import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { MARKETING } from '../../../domain/alert/delivery/inbox.ts';
import type { BeforeEmail } from '../reach/before-email.ts';
import type { Sender } from './sender.ts';

/** Rep id, or `MARKETING`, to the ARN of the topic. */
export type TopicOf = (recipient: string) => Promise<string | undefined>;

/** SNS takes subjects of fewer than a hundred characters. */
const MAX_SUBJECT = 99;

/** By the recipient's own topic, which sends to the address that was confirmed. SNS takes it without one too: it is asked before. */
export const createEmailSender =
  (client: SNSClient, topicOf: TopicOf, before: BeforeEmail): Sender<'email'> =>
  async ({ rep, subject, text }) => {
    const topic = await topicOf(rep ?? MARKETING);
    if (topic === undefined) return { failure: 'NoTopic' };
    const failure = await before(topic);
    if (failure !== undefined) return { failure };
    const { MessageId = '' } = await client.send(
      new PublishCommand({ TopicArn: topic, Subject: subject.slice(0, MAX_SUBJECT), Message: text }),
    );
    return { messageId: MessageId };
  };
