import * as z from 'zod';
import type { Instant } from '../../domain/time/instant.ts';

/** An instant of the bus: ISO 8601 with an offset or Z. */
export const instant = z.iso.datetime({ offset: true, error: 'must be an ISO 8601 instant with an offset or Z' });

/** Epoch milliseconds; undefined if the value is no such instant. */
export const readInstant = (value: unknown): Instant | undefined => {
  const parsed = instant.safeParse(value);
  return parsed.success ? Date.parse(parsed.data) : undefined;
};
