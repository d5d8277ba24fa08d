import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createDynamoStore } from '../../../shared/adapters/aws/dynamo-store.ts';
import { CLIENT_CONFIG } from '../../aws/client-config.ts';
import { describeStack } from '../../aws/read-stack.ts';
import type { Readable } from './read-lead.ts';

export interface Clients {
  readonly cloudFormation: CloudFormationClient;
  readonly dynamo: DynamoDBClient;
}

/** Region, credentials and endpoint are the shell's own. */
export const shellClients = (): Clients => ({
  cloudFormation: new CloudFormationClient(CLIENT_CONFIG),
  dynamo: new DynamoDBClient(CLIENT_CONFIG),
});

/** The table that a stack's outputs name, to be read and not written. Throws StackNotRead. */
export const openTable = async ({ cloudFormation, dynamo }: Clients, stack: string): Promise<Readable> => {
  const { tableName } = await describeStack(cloudFormation, stack);
  const { load, history } = createDynamoStore({ client: dynamo, tableName });
  return { load, history };
};
