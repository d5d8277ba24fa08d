import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { SourceEvent } from '../../domain/source/source-event.ts';
import { FACTS_A_CALL, MAX_FACT_BYTES } from '../../ports/bus-rules.ts';
import { EventsNotTaken, type SourceBus } from '../../ports/source-bus.ts';

/** Of a batch of four thousand, so many calls are under way at once. */
const AT_ONCE = 8;

interface Call {
  readonly events: SourceEvent[];
  bytes: number;
}

const bytesOf = (event: SourceEvent): number => Buffer.byteLength(JSON.stringify(event)) + 256;

const callsOf = (events: readonly SourceEvent[]): readonly Call[] => {
  const calls: Call[] = [];
  for (const event of events) {
    const bytes = bytesOf(event);
    const last = calls.at(-1);
    if (last === undefined || last.events.length === FACTS_A_CALL || last.bytes + bytes > MAX_FACT_BYTES)
      calls.push({ events: [event], bytes });
    else {
      last.events.push(event);
      last.bytes += bytes;
    }
  }
  return calls;
};

export const createEventBridgeSourceBus = (client: EventBridgeClient, busName: string): SourceBus => {
  const putCall = async ({ events }: Call): Promise<number> => {
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
      const calls = callsOf(events);
      let failed = 0;
      for (let first = 0; first < calls.length; first += AT_ONCE) {
        const counts = await Promise.all(calls.slice(first, first + AT_ONCE).map(putCall));
        failed += counts.reduce((sum, count) => sum + count, 0);
      }
      if (failed > 0) throw new EventsNotTaken(failed);
    },
  };
};
