import { createErasableDynamoStore } from '../../shared/adapters/aws/erasable-dynamo-store.ts';
import type { ErasableStore } from '../../shared/ports/erasable-store.ts';
import { describeStack } from '../aws/read-stack.ts';
import { StackNotRead } from '../aws/stack-not-read.ts';
import { type Clients, shellClients } from '../explain/stack/open-table.ts';

const whyNot = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).replace(/\s+/g, ' ');

/** Works on the table that a stack's outputs name. Throws StackNotRead, also where the table refuses. */
export const withTable = async <R>(
  stack: string,
  work: (store: ErasableStore) => Promise<R>,
  clients: Clients = shellClients(),
): Promise<R> => {
  try {
    const { tableName } = await describeStack(clients.cloudFormation, stack);
    return await work(createErasableDynamoStore({ client: clients.dynamo, tableName }));
  } catch (error) {
    if (error instanceof StackNotRead) throw error;
    throw new StackNotRead(`the table of ${stack} could not be worked on: ${whyNot(error)}`, { cause: error });
  } finally {
    for (const client of Object.values(clients)) client.destroy();
  }
};
