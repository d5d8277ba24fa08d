import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { FACT_SOURCE } from '../../contracts/subscriptions.ts';
import type { FactEvent } from '../../domain/lead/fact-event.ts';
import { entryBytes, fitsBus } from '../../ports/bus-rules.ts';
import type { FactBus } from '../../ports/fact-bus.ts';
import { inCalls } from './in-calls.ts';

const entryOf = (event: FactEvent, busName: string): PutEventsRequestEntry => ({
  EventBusName: busName,
  Source: FACT_SOURCE,
  DetailType: event.type,
  Time: new Date(event.time),
  Detail: JSON.stringify(event.detail),
});

/** Facts on EventBridge. An entry can fail alone, one that is too large does; a call that fails throws. */
export const createEventBridgeBus = (client: EventBridgeClient, busName: string): FactBus => ({
  publish: async (events) => {
    const refused = events.filter((event) => !fitsBus(event));
    for (const batch of inCalls(events.filter(fitsBus), entryBytes)) {
      const entries = batch.map((event) => entryOf(event, busName));
      const { FailedEntryCount = 0, Entries = [] } = await client.send(new PutEventsCommand({ Entries: entries }));
      if (FailedEntryCount > 0) refused.push(...batch.filter((_, index) => Entries[index]?.ErrorCode !== undefined));
    }
    return refused;
  },
});
