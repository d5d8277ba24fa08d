import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { FACT_SOURCE } from '../shared/contracts/subscriptions.ts';
import { clientConfig } from './clients.ts';

const heardFact = z.object({
  'detail-type': z.string(),
  time: z.string(),
  detail: z.object({
    leadId: z.string().exactOptional(),
    sequence: z.number().exactOptional(),
    data: z.record(z.string(), z.unknown()),
  }),
});

export interface HeardFact {
  readonly type: string;
  readonly time: string;
  readonly leadId?: string;
  readonly sequence?: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Hears the facts as anybody else's rule on the bus would: a queue of our own, beside the stack. */
export interface FactListener {
  /** Facts that came since the last call; waits a moment for the first. */
  receive(): Promise<readonly HeardFact[]>;
  close(): void;
}

const read = (body: string): HeardFact => {
  const { 'detail-type': type, time, detail } = heardFact.parse(JSON.parse(body));
  return { type, time, ...detail };
};

export const listenToFacts = async (endpoint: string, busName: string): Promise<FactListener> => {
  const sqs = new SQSClient(clientConfig(endpoint));
  const events = new EventBridgeClient(clientConfig(endpoint));
  const name = `facts-${Date.now()}`;
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  const EventPattern = JSON.stringify({ source: [FACT_SOURCE] });
  await events.send(new PutRuleCommand({ Name: name, EventBusName: busName, EventPattern }));
  const Targets = [{ Id: 'queue', Arn: Attributes?.QueueArn }];
  await events.send(new PutTargetsCommand({ Rule: name, EventBusName: busName, Targets }));
  return {
    receive: async () => {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
      );
      if (Messages.length === 0) return [];
      const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
      await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
      return Messages.map(({ Body = '' }) => read(Body));
    },
    close: () => {
      sqs.destroy();
      events.destroy();
    },
  };
};
