import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { FACT_SOURCE } from '../../contracts/subscriptions.ts';
import type { FactEvent } from '../../domain/lead/fact-event.ts';
import { entryBytes, FACTS_A_CALL, fitsBus, MAX_FACT_BYTES } from '../../ports/bus-rules.ts';
import type { FactBus } from '../../ports/fact-bus.ts';

interface Batch {
  readonly events: FactEvent[];
  bytes: number;
}

const entryOf = (event: FactEvent, busName: string): PutEventsRequestEntry => ({
  EventBusName: busName,
  Source: FACT_SOURCE,
  DetailType: event.type,
  Time: new Date(event.time),
  Detail: JSON.stringify(event.detail),
});

const batchesOf = (events: readonly FactEvent[]): readonly Batch[] => {
  const batches: Batch[] = [];
  for (const event of events) {
    const bytes = entryBytes(event);
    const last = batches.at(-1);
    if (last === undefined || last.events.length === FACTS_A_CALL || last.bytes + bytes > MAX_FACT_BYTES) {
      batches.push({ events: [event], bytes });
    } else {
      last.events.push(event);
      last.bytes += bytes;
    }
  }
  return batches;
};

/** Facts on EventBridge. An entry can fail alone, one that is too large does; a call that fails throws. */
export const createEventBridgeBus = (client: EventBridgeClient, busName: string): FactBus => ({
  publish: async (events) => {
    const refused = events.filter((event) => !fitsBus(event));
    for (const { events: batch } of batchesOf(events.filter(fitsBus))) {
      const entries = batch.map((event) => entryOf(event, busName));
      const { FailedEntryCount = 0, Entries = [] } = await client.send(new PutEventsCommand({ Entries: entries }));
      if (FailedEntryCount > 0) refused.push(...batch.filter((_, index) => Entries[index]?.ErrorCode !== undefined));
    }
    return refused;
  },
});
