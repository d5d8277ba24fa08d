import * as z from 'zod';
import type { Instant } from '../../domain/time/instant.ts';
import { readInstant as readAny } from '../../fields/instant.ts';

/** An instant as producers should write it: ISO 8601 with an offset or Z. */
export const instant = z.iso.datetime({ offset: true, error: 'must be an ISO 8601 instant with an offset or Z' });

/** Epoch milliseconds, of any form that the readers know; undefined if the value tells no instant. */
export const readInstant = (value: unknown): Instant | undefined => {
  const reading = readAny(value);
  return 'value' in reading ? reading.value : undefined;
};
