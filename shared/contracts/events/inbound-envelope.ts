import type { Instant } from '../../domain/time/instant.ts';
import { INBOUND_TYPES } from '../../domain/vocabulary/inbound-types.ts';
import { isDateOfNone } from '../../fields/instant.ts';
import { FACT_SOURCE } from '../subscriptions.ts';
import * as z from '../zod.ts';
import { NO_INSTANT, readInstant } from './read-instant.ts';

/* Apart from the schemas of the data, which are for producers: no function loads those. */

export const text = z.string();

export const source = text.check(
  z.minLength(1),
  z.refine((name) => name !== FACT_SOURCE, `${FACT_SOURCE} is the source of our own facts`),
);

/** Undefined where the event does not say when it occurred. */
const saysWhen = z.pipe(
  z.unknown(),
  z.transform((value, context): Instant | undefined => {
    const at = readInstant(value);
    if (at === undefined && !isDateOfNone(value))
      context.issues.push({ code: 'custom', message: NO_INSTANT, input: value });
    return at;
  }),
);

/** The envelope of every event, as it is checked; the data within are read by tables of readers. */
export const inboundEnvelope = z.object({
  id: text.check(z.minLength(1)),
  source,
  time: saysWhen,
  'detail-type': z.enum(INBOUND_TYPES),
  detail: z.object({
    metadata: z.exactOptional(z.nullable(z.looseObject({ id: text.check(z.minLength(1)), version: z.literal(1) }))),
    data: z.looseObject({}),
  }),
});
