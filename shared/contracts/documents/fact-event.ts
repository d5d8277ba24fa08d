import type { FactDetail, FactEvent } from '../../domain/lead/fact-event.ts';
import { FACT_TYPES } from '../../domain/vocabulary/fact-types.ts';
import * as z from '../zod.ts';
import { schemaOf } from './schema-of.ts';

/**
 * Facts are our own and are only published again, so what they say is not looked into: a fact of an
 * older version must still go out as it was written.
 */
const data = z.custom<FactDetail['data']>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'expected an object',
);

export const factEventSchema = schemaOf<FactEvent>()(
  z.strictObject({
    type: z.enum(FACT_TYPES),
    time: z.string(),
    detail: z.strictObject({
      metadata: z.strictObject({
        id: z.string(),
        version: z.literal(1),
        occurredAt: z.string(),
        correlationId: z.string(),
        causationId: z.string(),
      }),
      leadId: z.exactOptional(z.string()),
      sequence: z.exactOptional(z.int().check(z.positive())),
      data,
    }),
  }),
);
