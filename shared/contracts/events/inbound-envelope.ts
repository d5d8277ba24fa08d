import type { Instant } from '../../domain/time/instant.ts';
import { INBOUND_TYPES } from '../../domain/vocabulary/inbound-types.ts';
import { isDateOfNone } from '../../fields/instant.ts';
import { isPlaceholder } from '../../fields/placeholder.ts';
import { readScalar, type Scalar } from '../../fields/reading.ts';
import { FACT_SOURCE } from '../subscriptions.ts';
import * as z from '../zod.ts';
import { idIn } from './event-key.ts';
import { onlyTree, own } from './json-tree.ts';
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

const eventId = z.pipe(
  z.unknown(),
  z.transform((value, context): string => {
    const id = idIn(value);
    if (id === undefined) context.issues.push({ code: 'custom', message: 'must be a text', input: value });
    return id ?? '';
  }),
);

/** 0 says another version. */
const saysNothing = (value: Scalar): boolean => isPlaceholder(String(value)) && !/\d/.test(String(value));

/** Whether metadata say no other version than the first: what they do not say is not another. */
const isFirstVersion = (metadata: unknown): boolean => {
  const version = readScalar(own(onlyTree(metadata), 'version'));
  if ('value' in version) return saysNothing(version.value) || (version.value !== true && Number(version.value) === 1);
  return 'absent' in version;
};

/** An event is not lost for what is said about it: only a version that we do not know may mean something else. */
const metadata = z
  .unknown()
  .check(z.refine(isFirstVersion, { path: ['version'], message: 'must be 1: no other version is known' }));

/** The envelope of every event, as it is checked; the data within are read by tables of readers. */
export const inboundEnvelope = z.object({
  id: eventId,
  source,
  time: saysWhen,
  'detail-type': z.enum(INBOUND_TYPES),
  detail: z.object({ metadata: z.optional(metadata), data: z.looseObject({}) }),
});
