import {
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
  paginateScan,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { clientConfig } from '../../local/clients.ts';
import { deploy } from '../../local/deploy.ts';
import { writeE2eAgreement } from '../support/e2e/agreement.ts';
import { hotLead } from '../support/e2e/leads.ts';
import { useOwnServer } from '../support/e2e/own-server.ts';
import { openStack } from '../support/e2e/stack.ts';
import { openDeployed } from '../support/e2e/world.ts';
import { makeTable } from '../support/store/make-table.ts';

const RESTORED = 'restored';

/** As a restore leaves it: the same items, and no stream. MiniStack itself restores nothing. */
const restore = async (client: DynamoDBClient, from: string): Promise<void> => {
  await makeTable(client, RESTORED);
  for await (const { Items = [] } of paginateScan({ client }, { TableName: from })) {
    for (const Item of Items) await client.send(new PutItemCommand({ TableName: RESTORED, Item }));
  }
};

/** As the runbook does it; what the deploy is told of the table. */
const enableStream = async (client: DynamoDBClient) => {
  const StreamSpecification = { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' as const };
  await client.send(new UpdateTableCommand({ TableName: RESTORED, StreamSpecification }));
  const { Table } = await client.send(new DescribeTableCommand({ TableName: RESTORED }));
  return { tableArn: Table?.TableArn ?? '', tableStreamArn: Table?.LatestStreamArn ?? '' };
};

describe('a table that was restored', () => {
  const { folder, server } = useOwnServer('restore');

  it('takes the place of the own one, and its leads go on', async () => {
    const { endpoint, logFile } = server();
    const agreementFolder = writeE2eAgreement(folder);
    const client = new DynamoDBClient(clientConfig(endpoint));
    const before = await deploy(endpoint, { agreementFolder });
    const shared = { endpoint, agreementFolder, logFile, graphPort: 0, sinkPort: 0, context: { repliesTopicArn: '' } };
    const first = await openDeployed({ ...shared, outputs: before });
    const lead = await hotLead(first);
    await first.close();
    await restore(client, before.TableName ?? '');
    const after = await deploy(endpoint, { agreementFolder, context: await enableStream(client) });
    expect(after.TableName).toBe(RESTORED);
    const second = await openDeployed({ ...shared, outputs: after });
    const stack = await openStack(endpoint, after.BusName ?? '');
    await second.tell('RepAnswered', { email: lead.email, answer: 'accept' });
    const { leadId } = await stack.fact('LeadAccepted');
    expect(leadId).toBe(lead.id);
    stack.close();
    await second.close();
    client.destroy();
  });
});
