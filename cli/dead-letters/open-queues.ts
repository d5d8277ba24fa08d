import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { askDeadLetters } from '../aws/ask-dead-letters.ts';
import { askStack } from '../aws/ask-stack.ts';
import { CLIENT_CONFIG } from '../aws/client-config.ts';
import { describeStack } from '../aws/read-stack.ts';

/** A queue in which messages wait for a person. */
export interface DeadLetterQueue {
  /** Such as `ScoreLeadDeadLetters`. */
  readonly name: string;
  readonly messages: number;
  /** Where its messages are handled, such as `ScoreLeadQueue`; undefined where nothing handles them. */
  readonly to?: string;
}

export interface DeadLetterQueues {
  list(): Promise<readonly DeadLetterQueue[]>;
  /** Moves up to ten messages; answers how many, 0 where there are none. */
  moveSome(queue: DeadLetterQueue, most: number): Promise<number>;
}

export interface Clients {
  readonly cloudFormation: CloudFormationClient;
  readonly sqs: SQSClient;
}

/** Region, credentials and endpoint are the shell's own. */
export const shellClients = (): Clients => ({
  cloudFormation: new CloudFormationClient(CLIENT_CONFIG),
  sqs: new SQSClient(CLIENT_CONFIG),
});

const TO_MOVE = 'sqs:ReceiveMessage and sqs:DeleteMessage on the one queue, and sqs:SendMessage on the other';

/** A message is received so many at a time. */
const AT_ONCE = 10;

/** `ScoreLeadDeadLetters` and `ScoreLeadUndelivered` belong to `ScoreLeadQueue`. */
export const workQueueOf = (name: string): string => name.replace(/(?:DeadLetters|Undelivered)$/, 'Queue');

/*
 * By hand, and not by StartMessageMoveTask: that moves only out of the dead letters of a queue, and what the bus could not
 * deliver lies in those of a rule. A message is deleted only when it was sent, so none is lost; one that is sent twice
 * is recognised by the function.
 */
const moveSome = async (
  sqs: SQSClient,
  { from, to }: { readonly from: string; readonly to: string },
  most: number,
): Promise<number> => {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: from,
      MaxNumberOfMessages: Math.min(most, AT_ONCE),
      // Long polling asks every server of SQS, so that none is overlooked.
      WaitTimeSeconds: 2,
      VisibilityTimeout: 60,
    }),
  );
  await Promise.all(
    Messages.map(async ({ Body, ReceiptHandle }) => {
      await sqs.send(new SendMessageCommand({ QueueUrl: to, MessageBody: Body }));
      await sqs.send(new DeleteMessageCommand({ QueueUrl: from, ReceiptHandle }));
    }),
  );
  return Messages.length;
};

/** Throws StackNotRead, and so does everything that it answers. */
export const openQueues = async ({ cloudFormation, sqs }: Clients, stack: string): Promise<DeadLetterQueues> => {
  const { deadLetterQueues, workQueues } = await describeStack(cloudFormation, stack);
  return {
    list: () =>
      askStack('the queues', 'sqs:GetQueueAttributes on them', async () =>
        (await askDeadLetters(sqs, deadLetterQueues)).map(({ queue: name, messages }) => {
          const to = workQueueOf(name);
          return { name, messages, ...(workQueues[to] === undefined ? {} : { to }) };
        }),
      ),
    moveSome: async ({ name, to: handled = '' }, most) => {
      const [from, to] = [deadLetterQueues[name], workQueues[handled]];
      if (from === undefined || to === undefined) return 0;
      return askStack('the queues', TO_MOVE, () => moveSome(sqs, { from, to }, most));
    },
  };
};
