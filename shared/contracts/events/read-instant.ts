import type { Instant } from '../../domain/time/instant.ts';
import { readInstant as readAny } from '../../fields/instant.ts';
import * as z from '../zod.ts';

/** What is told of a value that should be one. */
export const NO_INSTANT = 'must be an ISO 8601 instant with an offset or Z';

/** An instant as producers should write it: ISO 8601 with an offset or Z. */
export const instant = z.iso.datetime({ offset: true, error: NO_INSTANT });

/** Epoch milliseconds, of any form that the readers know; undefined if the value tells no instant. */
export const readInstant = (value: unknown): Instant | undefined => {
  const reading = readAny(value);
  return 'value' in reading ? reading.value : undefined;
};
