import { EventBridgeClient, type PutEventsRequest, type PutEventsResultEntry } from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import { createEventBridgeBus } from '../../shared/adapters/aws/event-bridge-bus.ts';
import { someFacts } from '../support/store/store-samples.ts';

const facts = someFacts('jane', 1, 12);

/** A bus that does not take the entries at these places of each call. */
const busRefusing = (...places: readonly number[]) => {
  const client = new EventBridgeClient({ region: 'us-east-1' });
  const calls: number[] = [];
  client.middlewareStack.add(
    () =>
      async ({ input }) => {
        const { Entries: entries = [] } = input as PutEventsRequest;
        calls.push(entries.length);
        const Entries = entries.map(
          (_, place): PutEventsResultEntry =>
            places.includes(place) ? { ErrorCode: 'ThrottlingException' } : { EventId: `${place}` },
        );
        const FailedEntryCount = Entries.filter(({ ErrorCode }) => ErrorCode !== undefined).length;
        return { output: { $metadata: {}, FailedEntryCount, Entries }, response: {} };
      },
    { step: 'initialize' },
  );
  return { bus: createEventBridgeBus(client, 'bus'), calls };
};

describe('the bus on EventBridge', () => {
  it('takes ten entries a call', async () => {
    const { bus, calls } = busRefusing();
    expect(await bus.publish(facts)).toEqual([]);
    expect(calls).toEqual([10, 2]);
  });

  it('answers with the entries that it did not take', async () => {
    const { bus } = busRefusing(1);
    expect(await bus.publish(facts)).toEqual([facts[1], facts[11]]);
  });
});
