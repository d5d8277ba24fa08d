import { CloudFormationClient, ListStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, inject, it } from 'vitest';
import { clientConfig } from '../../local/clients.ts';
import { remove } from '../../local/deploy.ts';

/* The last of those that share the stack. */
describe('the deployed stack, with nothing retained', () => {
  it('can be removed with all that it held', async () => {
    const { endpoint, outputs } = inject('deployed');
    const dynamo = new DynamoDBClient(clientConfig(endpoint));
    const tables = async () => (await dynamo.send(new ListTablesCommand({}))).TableNames;
    expect(await tables()).toContain(outputs.TableName);
    await remove(endpoint);
    const cloudFormation = new CloudFormationClient(clientConfig(endpoint));
    const { StackSummaries = [] } = await cloudFormation.send(new ListStacksCommand({}));
    const alive = StackSummaries.filter(
      ({ StackName, StackStatus }) => StackName === 'GoldenHour' && StackStatus !== 'DELETE_COMPLETE',
    );
    expect(alive).toEqual([]);
    expect(await tables()).not.toContain(outputs.TableName);
    cloudFormation.destroy();
    dynamo.destroy();
  });
});
