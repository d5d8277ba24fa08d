import * as z from 'zod';
import type { FactEvent } from '../../domain/lead/fact-event.ts';
import { REP_FACT_TYPES } from '../../domain/vocabulary/fact-types.ts';
import { FACT_SOURCE } from '../subscriptions.ts';
import { factData } from './facts.ts';

const text = z.string().min(1);

const metadata = z.object({
  id: text.describe('The same at each delivery of the fact'),
  version: z.literal(1),
  occurredAt: z.iso.datetime(),
  correlationId: text.describe('The lead; of a refusal, the refused input'),
  causationId: text.describe('What the fact was caused by: an inbound event, a fact, a clock or a look'),
});

const ofLead = {
  leadId: text,
  sequence: z.int().positive().describe("The fact's place among those of its lead, without a gap"),
};

const ofRep = {
  metadata: metadata.extend({ correlationId: text.describe('The rep') }),
  sequence: z.int().positive().describe("The fact's place among those of its rep, without a gap"),
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
