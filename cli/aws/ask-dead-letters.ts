import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';

export interface DeadLetters {
  /** As the stack's outputs name the queue, such as `ScoreLeadDeadLetters`. */
  readonly queue: string;
  readonly messages: number;
}

/** `queues`: URLs by name. */
export const askDeadLetters = (
  client: SQSClient,
  queues: Readonly<Record<string, string>>,
): Promise<readonly DeadLetters[]> =>
  Promise.all(
    Object.entries(queues).map(async ([queue, QueueUrl]) => {
      const { Attributes } = await client.send(
        new GetQueueAttributesCommand({
          QueueUrl,
          // Somebody who looks at a message hides it for half a minute.
          AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
        }),
      );
      const { ApproximateNumberOfMessages = 0, ApproximateNumberOfMessagesNotVisible = 0 } = Attributes ?? {};
      return { queue, messages: Number(ApproximateNumberOfMessages) + Number(ApproximateNumberOfMessagesNotVisible) };
    }),
  );
