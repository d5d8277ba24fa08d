import type { FactEvent } from '../../domain/lead/fact-event.ts';
import { REP_FACT_TYPES } from '../../domain/vocabulary/fact-types.ts';
import { FACT_SOURCE } from '../subscriptions.ts';
import * as z from '../zod.ts';
import { factData } from './facts.ts';

const text = z.string().check(z.minLength(1));

const metadata = z.object({
  id: text.check(z.describe('The same at each delivery of the fact')),
  version: z.literal(1),
  occurredAt: z.iso.datetime(),
  correlationId: text.check(z.describe('The lead; of a refusal, the refused input')),
  causationId: text.check(z.describe('What the fact was caused by: an inbound event, a fact, a clock or a look')),
});

const ofLead = {
  leadId: text,
  sequence: z.int().check(z.positive(), z.describe("The fact's place among those of its lead, without a gap")),
};

const ofRep = {
  metadata: z.extend(metadata, { correlationId: text.check(z.describe('The rep')) }),
  sequence: z.int().check(z.positive(), z.describe("The fact's place among those of its rep, without a gap")),
};

const headOf = (type: FactEvent['type']) => {
  if (type === 'LeadRefused') return { metadata };
  return REP_FACT_TYPES.some((one) => one === type) ? ofRep : { metadata, ...ofLead };
};

/** A fact as a subscriber of the bus receives it. What EventBridge adds beside these fields is its own. */
export const publishedFact = (type: FactEvent['type']) =>
  z.object({
    source: z.literal(FACT_SOURCE),
    'detail-type': z.literal(type),
    id: text,
    time: z.iso.datetime(),
    detail: z.object({ ...headOf(type), data: factData[type] }),
  });
