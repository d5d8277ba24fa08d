import { createHash } from 'node:crypto';
import { type Inbound, readInbound } from '../contracts/events/read-inbound.ts';
import { refusalEvent } from '../domain/lead/fact-event.ts';
import type { Problem } from '../domain/lead/facts.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import type { Write, WriteOf } from '../ports/store.ts';
import { RECEIPT_MS, receiptKey, receiptOf } from './documents/receipts.ts';
import { retryOnConflict } from './documents/retry-on-conflict.ts';
import type { QueueMessage } from './sqs-handler.ts';

/** How much of a refused input is shown, in bytes of UTF-8. */
const INPUT_SHOWN = 4_096;

type InboundPorts = Pick<Ports, 'store' | 'time' | 'ids' | 'observer'>;

/** What a handler makes of an event: its writes were committed, they met a conflict, or the event is refused after all. */
export type Applied = 'ok' | 'conflict' | { readonly refused: readonly Problem[] };

const cut = (text: string): string => {
  const bytes = Buffer.from(text.slice(0, INPUT_SHOWN));
  return bytes.length <= INPUT_SHOWN
    ? text.slice(0, INPUT_SHOWN)
    : bytes.subarray(0, INPUT_SHOWN).toString().replace(/�+$/, '');
};

const refuse = async (
  key: string,
  problems: readonly Problem[],
  input: string,
  receipts: readonly Write[],
  ports: InboundPorts,
): Promise<'ok' | 'conflict'> => {
  const now = ports.time.now();
  const id = createHash('sha256').update(key).digest('hex').slice(0, 32);
  const refusal: WriteOf<'refusal'> = {
    key: { type: 'refusal', id },
    expectedVersion: 0,
    value: { at: now, problems: problems.length },
    events: [refusalEvent({ type: 'LeadRefused', data: { problems, input: cut(input) } }, id, now)],
    expiresAt: now + RECEIPT_MS,
  };
  const known = (await ports.store.load([refusal.key])).get(refusal.key);
  if (known !== undefined) return 'ok';
  ports.observer.count('EventRefused');
  return ports.store.commit([refusal, ...receipts]);
};

/**
 * Reads an inbound event from a queue's message and applies it once: a second delivery is known by its
 * receipt, which `apply` commits with its other writes. What cannot be read or applied gives exactly one
 * LeadRefused and is done with.
 */
export const receiveInbound = async (
  message: QueueMessage,
  ports: InboundPorts,
  apply: (event: Inbound, receipt: Write, now: Instant) => Promise<Applied>,
): Promise<void> => {
  const reading = readInbound(message.body);
  const asIs = `message ${message.id}`;
  if (!reading.ok) {
    // The same line again is one refusal; another bad line is another, also under an id that was used before.
    await retryOnConflict('a refusal', ports, () =>
      refuse(
        reading.key === undefined ? asIs : `${reading.key} ${message.body}`,
        reading.problems,
        message.body,
        [],
        ports,
      ),
    );
    return;
  }
  const { event } = reading;
  const key = receiptKey(event.key);
  await retryOnConflict(`a ${event.type}`, ports, async () => {
    const now = ports.time.now();
    if ((await ports.store.load([key])).get(key) !== undefined) {
      ports.observer.count('EventRepeated');
      return 'ok';
    }
    const receipt = receiptOf(key, now);
    const applied = await apply(event, receipt, now);
    if (applied === 'ok' || applied === 'conflict') return applied;
    return refuse(event.key, applied.refused, message.body, [receipt], ports);
  });
};
