import { createErasableDynamoStore } from '../../shared/adapters/aws/erasable-dynamo-store.ts';
import { createMeasuredStore } from '../../shared/adapters/aws/measured-store.ts';
import type { ErasableStore } from '../../shared/ports/erasable-store.ts';
import type { MeasuredStore } from '../../shared/ports/measured-store.ts';
import { describeStack } from '../aws/read-stack.ts';
import { StackNotRead } from '../aws/stack-not-read.ts';
import { type Clients, shellClients } from '../explain/stack/open-table.ts';

const whyNot = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).replace(/\s+/g, ' ');

/** Works on the table that a stack's outputs name. Throws StackNotRead, also where the table refuses. */
export const withTable = async <R>(
  stack: string,
  work: (store: ErasableStore, measured: MeasuredStore) => Promise<R>,
  clients: Clients = shellClients(),
): Promise<R> => {
  try {
    const { tableName } = await describeStack(clients.cloudFormation, stack);
    const table = { client: clients.dynamo, tableName };
    return await work(createErasableDynamoStore(table), createMeasuredStore(table));
  } catch (error) {
    if (error instanceof StackNotRead) throw error;
    throw new StackNotRead(`the table of ${stack} could not be worked on: ${whyNot(error)}`, { cause: error });
  } finally {
    for (const client of Object.values(clients)) client.destroy();
  }
};
