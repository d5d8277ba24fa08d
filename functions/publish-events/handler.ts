import type { DynamoDBStreamEvent, SQSBatchResponse } from 'aws-lambda';
import { countFacts } from '../../shared/application/count-facts.ts';
import { sqsHandler } from '../../shared/application/sqs-handler.ts';
import { outbox } from '../../shared/contracts/documents/outbox.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { Outbox } from '../../shared/ports/store.ts';

type Needs = Pick<Ports, 'store' | 'bus' | 'rechecks' | 'observer'>;

/** Reads the facts of a commit from a record of the table's stream. */
export type ReadOutbox = (record: DynamoDBStreamEvent['Records'][number]) => Outbox | undefined;

/** Facts go out in their lead's order. What the bus does not take, and all after it, goes to a queue and blocks nobody. */
const publish = async ({ key, from, events }: Outbox, ports: Needs): Promise<readonly Outbox[]> => {
  const failed = await ports.bus.publish(events);
  const first = failed[0] === undefined ? events.length : events.indexOf(failed[0]);
  if (first > 0) {
    await ports.store.markPublished(key, from, from + first);
    countFacts(events.slice(0, first), ports);
  }
  if (first === events.length) return [];
  ports.observer.count('FactNotPublished', events.length - first);
  return [{ key, from: from + first, events: events.slice(first) }];
};

/** From the table's stream to the bus. A record that throws, and those after it, come again. */
export const publishEvents =
  (ports: Needs & { readonly readOutbox: ReadOutbox }) =>
  async (event: DynamoDBStreamEvent): Promise<SQSBatchResponse> => {
    const left: Outbox[] = [];
    for (const record of event.Records) {
      const found = ports.readOutbox(record);
      if (found !== undefined) left.push(...(await publish(found, ports)));
    }
    if (left.length > 0) await ports.rechecks.publishAgain(left);
    return { batchItemFailures: [] };
  };

/** Once more, from the queue: what the bus did not take, and what watch-clocks found lagging. */
export const publishAgain = sqsHandler<Needs>(async ({ body }, ports) => {
  const left = await publish(outbox.parse(JSON.parse(body)), ports);
  if (left.length > 0) throw new Error('The bus did not take a fact');
});
