import type { FactEvent } from '../../domain/lead/fact-event.ts';
import { isOfLead } from '../../domain/lead/facts.ts';
import type { PlacedFact } from '../../domain/measures/report.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { factEventSchema } from '../documents/fact-event.ts';
import * as z from '../zod.ts';
import { readFact } from './facts.ts';

/** What a fact has to do with the figures; undefined where that is nothing. */
export type MeasuredFact =
  | { readonly kind: 'of-lead'; readonly placed: PlacedFact }
  | { readonly kind: 'refusal'; readonly id: string; readonly at: Instant };

export const measuredFactOf = (event: FactEvent): MeasuredFact | undefined => {
  const { leadId, sequence, metadata } = event.detail;
  const at = Date.parse(event.time);
  const fact = readFact(event);
  if (fact.type === 'LeadRefused') return { kind: 'refusal', id: metadata.id, at };
  if (leadId === undefined || sequence === undefined || !isOfLead(fact)) return undefined;
  return { kind: 'of-lead', placed: { leadId, sequence, at, fact } };
};

/** A fact as the bus hands it to a queue. */
const published = z.object({
  'detail-type': z.string(),
  detail: z.object({ metadata: z.object({ occurredAt: z.string() }) }),
});

const whole = z.object({ detail: z.unknown() });

/** Reads a message of our own; one that does not parse is our own mistake, and throws to the dead-letter queue. */
export const readMeasuredFact = (body: string): MeasuredFact | undefined => {
  const json: unknown = JSON.parse(body);
  const { 'detail-type': type, detail } = published.parse(json);
  return measuredFactOf(
    factEventSchema.parse({ type, time: detail.metadata.occurredAt, detail: whole.parse(json).detail }),
  );
};
