import { createHash } from 'node:crypto';
import { DAY_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Key, WriteOf } from '../../ports/store.ts';

/** For how long a second delivery is known: longer than any queue, archive replay or retry lasts. */
export const RECEIPT_MS = 90 * DAY_MS;

/** A table's key holds at most 2,048 bytes; a long one is hashed. */
const idOf = (name: string): string => (name.length <= 256 ? name : createHash('sha256').update(name).digest('hex'));

/** `name` is the same at each delivery of what was received, and of nothing else. */
export const receiptKey = (name: string): Key<'receipt'> => ({ type: 'receipt', id: idOf(name) });

/** To be committed with whatever the delivery gave rise to: a second one at the same instant meets a conflict. */
export const receiptOf = (key: Key<'receipt'>, now: Instant): WriteOf<'receipt'> => ({
  key,
  expectedVersion: 0,
  value: { at: now },
  expiresAt: now + RECEIPT_MS,
});
