import { FACT_TYPES, type FactType } from '../../domain/vocabulary/fact-types.ts';
import { FACT_SOURCE } from '../subscriptions.ts';
import * as z from '../zod.ts';

const message = z.object({
  'detail-type': z.enum(FACT_TYPES),
  detail: z.looseObject({
    metadata: z.looseObject({ id: z.string().check(z.minLength(1)), occurredAt: z.iso.datetime() }),
  }),
});

/** A fact as another system is told it: as a subscriber of the bus gets it, without what is EventBridge's own. */
export interface ToldFact {
  readonly source: typeof FACT_SOURCE;
  readonly 'detail-type': FactType;
  /** Of the fact, so that it is the same whenever it is told. */
  readonly id: string;
  readonly time: string;
  readonly detail: unknown;
}

/** Reads a message of a sink's queue; one that is no fact is our own mistake, and throws. */
export const readToldFact = (body: string): ToldFact => {
  const { 'detail-type': type, detail } = message.parse(JSON.parse(body));
  const { id, occurredAt: time } = detail.metadata;
  return { source: FACT_SOURCE, 'detail-type': type, id, time, detail };
};
