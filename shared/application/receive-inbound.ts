import { type Inbound, readInbound } from '../contracts/events/read-inbound.ts';
import type { IgnoredField, Problem } from '../domain/lead/facts.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { DecisionPorts } from '../ports/ports.ts';
import type { CommitResult, Write } from '../ports/store.ts';
import { receiptKey, receiptOf } from './documents/receipts.ts';
import { retryOnConflict } from './documents/retry-on-conflict.ts';
import { refuse } from './refuse.ts';
import type { QueueMessage } from './sqs-handler.ts';

type InboundPorts = Pick<DecisionPorts, 'store' | 'time' | 'ids' | 'observer'>;

/** What a handler makes of an event: its writes were committed, they met a conflict, or the event is refused after all. */
export type Applied = CommitResult | { readonly refused: readonly Problem[] };

/** An event that has not been applied yet. */
export interface Arrival {
  /** To be committed with whatever the event changes. */
  readonly receipt: Write;
  /** The event as it came. */
  readonly line: string;
  /** What of it was cut or left out. */
  readonly ignored: readonly IgnoredField[];
  readonly now: Instant;
}

/**
 * Reads an inbound event from a queue's message and applies it once: a second delivery is known by its
 * receipt, which `apply` commits with its other writes. What cannot be read or applied gives exactly one
 * LeadRefused and is done with.
 */
export const receiveInbound = async (
  message: QueueMessage,
  ports: InboundPorts,
  apply: (event: Inbound, arrival: Arrival) => Promise<Applied>,
): Promise<void> => {
  const reading = readInbound(message.body);
  const asIs = `message ${message.id}`;
  if (!reading.ok) {
    // The same line again is one refusal; another bad line is another, also under an id that was used before.
    const key = reading.key === undefined ? asIs : `${reading.key} ${message.body}`;
    const refusal = { key, problems: reading.problems, input: message.body, receipts: [] };
    await retryOnConflict('a refusal', ports, () => refuse(refusal, ports));
    return;
  }
  const { event, ignored } = reading;
  const key = receiptKey(event.key);
  await retryOnConflict(`a ${event.type}`, ports, async () => {
    const now = ports.time.now();
    if ((await ports.store.load([key])).get(key) !== undefined) {
      ports.observer.count('EventRepeated');
      return 'ok';
    }
    const receipt = receiptOf(key, now);
    const applied = await apply(event, { receipt, line: message.body, ignored, now });
    if (applied === 'ok' || applied === 'conflict') return applied;
    const refusal = { key: event.key, problems: applied.refused, input: message.body, receipts: [receipt] };
    return refuse(refusal, ports);
  });
};
