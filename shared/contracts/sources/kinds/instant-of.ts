import type { Instant } from '../../../domain/time/instant.ts';
import { readInstant } from '../../../fields/instant.ts';

/** Undefined where a value tells no instant: then the time of receipt counts. */
export const instantOf = (value: unknown): Instant | undefined => {
  const reading = readInstant(value);
  return 'value' in reading ? reading.value : undefined;
};
