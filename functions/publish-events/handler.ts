import type { DynamoDBStreamEvent, SQSBatchResponse } from 'aws-lambda';
import { publishOutboxes } from '../../shared/application/publishing/publish-outboxes.ts';
import { type Call, type ReadOutbox, readBatch } from '../../shared/application/publishing/read-batch.ts';
import { sqsHandler } from '../../shared/application/sqs-handler.ts';
import { outbox } from '../../shared/contracts/documents/outbox.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { Outbox } from '../../shared/ports/store.ts';

type Needs = Pick<Ports, 'store' | 'bus' | 'rechecks' | 'time' | 'observer'>;

/** Of the function's 30 s: the call that is under way then still has time to end. */
const BUDGET_MS = 20_000;

/**
 * From the table's stream to the bus, in each lead's order. What the bus does not take goes to a queue and blocks nobody.
 * When a call fails, or time is up, the stream goes on from there: what is out is not published again. A stream that does
 * not heed the answer, as the local one, leaves the rest to watch-clocks.
 */
export const publishEvents =
  (ports: Needs & { readonly readOutbox: ReadOutbox }) =>
  async (event: DynamoDBStreamEvent): Promise<SQSBatchResponse> => {
    const { time, observer, rechecks } = ports;
    const until = time.now() + BUDGET_MS;
    const left: Outbox[] = [];
    const publish = async ({ outboxes }: Call): Promise<boolean> => {
      if (time.now() >= until) return false;
      try {
        left.push(...(await publishOutboxes(outboxes, ports)));
        return true;
      } catch (error) {
        observer.error('The bus did not answer', error);
        return false;
      }
    };
    let unworked: Call | undefined;
    for (const call of readBatch(event.Records, ports.readOutbox, observer)) {
      if (await publish(call)) continue;
      unworked = call;
      break;
    }
    if (left.length > 0) await rechecks.publishAgain(left);
    return { batchItemFailures: unworked === undefined ? [] : [{ itemIdentifier: unworked.sequenceNumber }] };
  };

/** Once more, from the queue: what the bus did not take, and what watch-clocks found lagging. */
export const publishAgain = sqsHandler<Needs>(async ({ body }, ports) => {
  const left = await publishOutboxes([outbox.parse(JSON.parse(body))], ports);
  if (left.length > 0) throw new Error('The bus did not take a fact');
});
