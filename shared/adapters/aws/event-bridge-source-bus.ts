import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { SourceEvent } from '../../domain/source/source-event.ts';
import { ENTRY_BYTES } from '../../ports/bus-rules.ts';
import { EventsNotTaken, type SourceBus } from '../../ports/source-bus.ts';
import { inCalls } from './in-calls.ts';

/** Of a batch of four thousand, so many calls are under way at once. */
const AT_ONCE = 8;

const bytesOf = (event: SourceEvent): number => Buffer.byteLength(JSON.stringify(event)) + ENTRY_BYTES;

export const createEventBridgeSourceBus = (client: EventBridgeClient, busName: string): SourceBus => {
  const putCall = async (events: readonly SourceEvent[]): Promise<number> => {
    const { FailedEntryCount = 0 } = await client.send(
      new PutEventsCommand({
        Entries: events.map((event) => ({
          EventBusName: busName,
          Source: event.source,
          DetailType: event['detail-type'],
          Detail: JSON.stringify(event.detail),
        })),
      }),
    );
    return FailedEntryCount;
  };
  return {
    put: async (events) => {
      const calls = inCalls(events, bytesOf);
      let failed = 0;
      for (let first = 0; first < calls.length; first += AT_ONCE) {
        const counts = await Promise.all(calls.slice(first, first + AT_ONCE).map(putCall));
        failed += counts.reduce((sum, count) => sum + count, 0);
      }
      if (failed > 0) throw new EventsNotTaken(failed);
    },
  };
};
