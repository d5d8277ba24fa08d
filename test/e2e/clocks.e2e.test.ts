import { CreateStateMachineCommand, paginateListExecutions, SFNClient } from '@aws-sdk/client-sfn';
import { CreateQueueCommand, DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe } from 'vitest';
import { clientConfig } from '../../local/clients.ts';
import { createAwsClocks } from '../../shared/adapters/aws/aws-clocks.ts';
import { randomIds } from '../../shared/adapters/node/random-ids.ts';
import { clockWake } from '../../shared/contracts/clock-wake.ts';
import { clocksContract } from '../contract/clocks-contract.ts';
import { clockDefinition } from '../infra/clock-definition.ts';
import { synth } from '../infra/synth.ts';
import { useOwnServer } from '../support/e2e/own-server.ts';

describe('Step Functions of the local AWS, with the state machine that is deployed', () => {
  const { server } = useOwnServer('clocks');
  const { main } = synth();

  clocksContract(async () => {
    const { endpoint } = server();
    const [sqs, client] = [new SQSClient(clientConfig(endpoint)), new SFNClient(clientConfig(endpoint))];
    const name = `clock-${randomIds.leadId('')}`;
    const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
    const { stateMachineArn = '' } = await client.send(
      new CreateStateMachineCommand({
        ...{ name, roleArn: 'arn:aws:iam::000000000000:role/clock' },
        definition: clockDefinition(main, QueueUrl),
      }),
    );
    const come: unknown[] = [];
    const receive = async (): Promise<void> => {
      const asked = { QueueUrl, WaitTimeSeconds: 1, MaxNumberOfMessages: 10 };
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(asked));
      for (const { Body = '', ReceiptHandle } of Messages) {
        come.push(clockWake.parse(JSON.parse(Body)));
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
    };
    return {
      clocks: createAwsClocks({ client, stateMachineArn }),
      now: Date.now,
      leadId: randomIds.leadId(''),
      comesWithin: async (ms) => {
        for (const end = Date.now() + ms; come.length === 0 && Date.now() < end; ) await receive();
        return come;
      },
      executions: async () => {
        let running = 0;
        const asked = { stateMachineArn, statusFilter: 'RUNNING' as const };
        for await (const { executions = [] } of paginateListExecutions({ client }, asked)) running += executions.length;
        return running;
      },
    };
  });
});
