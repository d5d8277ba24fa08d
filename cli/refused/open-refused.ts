import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { createDynamoStore } from '../../shared/adapters/aws/dynamo-store.ts';
import { REFUSED } from '../../shared/adapters/aws/index-attributes.ts';
import { indexPages } from '../../shared/adapters/aws/index-pages.ts';
import { keyOf } from '../../shared/adapters/aws/item-codec.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { CommitResult, Key, Stored, WriteOf } from '../../shared/ports/store.ts';
import { askStack } from '../aws/ask-stack.ts';
import { CLIENT_CONFIG } from '../aws/client-config.ts';
import { describeStack } from '../aws/read-stack.ts';
import type { EventToSend } from './mended-event.ts';

export type StoredRefusal = Stored<'refusal'>;

/** The refusals of a deployed stack, and its bus. */
export interface RefusedEvents {
  /** Those that wait for a person, oldest first within a page. */
  waiting(now: Instant): AsyncIterable<readonly StoredRefusal[]>;
  find(id: string): Promise<StoredRefusal | undefined>;
  /** Answers what the bus says against it, if it does. */
  send(event: EventToSend): Promise<string | undefined>;
  save(write: WriteOf<'refusal'>): Promise<CommitResult>;
}

export interface Clients {
  readonly cloudFormation: CloudFormationClient;
  readonly dynamo: DynamoDBClient;
  readonly eventBridge: EventBridgeClient;
}

/** Region, credentials and endpoint are the shell's own. */
export const shellClients = (): Clients => ({
  cloudFormation: new CloudFormationClient(CLIENT_CONFIG),
  dynamo: new DynamoDBClient(CLIENT_CONFIG),
  eventBridge: new EventBridgeClient(CLIENT_CONFIG),
});

const TO_READ = 'dynamodb:Query on the table and its indexes, and dynamodb:BatchGetItem';

const refusalKey = (id: string): Key<'refusal'> => ({ type: 'refusal', id });

/** Throws StackNotRead, and so does everything that it answers. */
export const openRefused = async (clients: Clients, stack: string): Promise<RefusedEvents> => {
  const { cloudFormation, dynamo, eventBridge } = clients;
  const { tableName, busName } = await describeStack(cloudFormation, stack);
  const store = createDynamoStore({ client: dynamo, tableName });
  const load = (ids: readonly string[]): Promise<readonly StoredRefusal[]> =>
    askStack('the table', TO_READ, async () => {
      const keys = ids.map(refusalKey);
      const found: StoredRefusal[] = [];
      // Store.load takes so many keys.
      for (let first = 0; first < keys.length; first += 100) {
        const some = keys.slice(first, first + 100);
        const snapshot = await store.load(some);
        found.push(...some.flatMap((key) => snapshot.get(key) ?? []));
      }
      return found;
    });
  return {
    waiting: async function* (now) {
      const pages = indexPages(dynamo, tableName, { index: 'due', of: REFUSED, window: { upTo: now } });
      for (;;) {
        const page = await askStack('the table', TO_READ, () => pages.next());
        if (page.done) return;
        yield await load(page.value.map((pk) => keyOf(pk).id));
      }
    },
    find: async (id) => (await load([id]))[0],
    send: (event) =>
      askStack('the bus', 'events:PutEvents on the bus', async () => {
        const { Entries = [] } = await eventBridge.send(
          new PutEventsCommand({ Entries: [{ ...event, EventBusName: busName }] }),
        );
        const [entry] = Entries;
        return entry?.EventId === undefined ? (entry?.ErrorMessage ?? 'it says nothing') : undefined;
      }),
    save: (write) => askStack('the table', 'dynamodb:UpdateItem on the table', () => store.commit([write])),
  };
};
