import type { Instant } from '../../domain/time/instant.ts';
import { ENDING_STEPS } from '../../domain/vocabulary/steps.ts';
import * as z from '../zod.ts';
import { own } from './json-tree.ts';

/** What a function reads of a fact that woke it: which lead, and whom it set free. The rest it loads. */
const fact = z.object({
  id: z.exactOptional(z.string()),
  detail: z.object({
    metadata: z.object({ id: z.string() }),
    leadId: z.string(),
    data: z.object({
      rep: z.exactOptional(z.string()),
      step: z.exactOptional(z.string()),
      applied: z.exactOptional(z.boolean()),
      from: z.exactOptional(z.string()),
      owner: z.exactOptional(z.string()),
      decision: z.exactOptional(z.unknown()),
    }),
  }),
});

/** What watch-clocks sends instead: no fact, only a wish to look. */
const look = z.object({ leadId: z.string() });

export interface Trigger {
  readonly leadId: string;
  /** Id of the fact, or `look`. */
  readonly cause: string;
  /** The rep who lost a lead by it, and so may have got a free hand. */
  readonly freed?: string;
}

const wake = z.union([fact, look]);

const triggerOf = (json: unknown): Trigger => {
  const message = wake.parse(json);
  if (!('detail' in message)) return { leadId: message.leadId, cause: 'look' };
  const { metadata, leadId, data } = message.detail;
  const { step, applied, decision } = data;
  // Whoever is assigned a lead has no hand free by that.
  const loser = decision === undefined ? (data.owner ?? data.rep) : data.from;
  const frees = loser !== undefined && (step === undefined || ENDING_STEPS.includes(step)) && applied !== false;
  return { leadId, cause: metadata.id, ...(frees ? { freed: loser } : {}) };
};

/** Reads a message of our own; one that does not parse is our own mistake, and throws to the dead-letter queue. */
export const readTrigger = (body: string): Trigger => triggerOf(JSON.parse(body));

/** A fact about a rep, which belongs to no lead. */
const repFact = z.object({
  detail: z.object({
    metadata: z.object({ id: z.string(), occurredAt: z.iso.datetime() }),
    leadId: z.exactOptional(z.never()),
    data: z.object({ rep: z.string(), leadsReturned: z._default(z.array(z.string()), []) }),
  }),
});

/** A rep has gone away or come back: who waits for them must be looked at. */
export interface RepTrigger {
  readonly rep: string;
  readonly cause: string;
  /** Epoch milliseconds. */
  readonly at: Instant;
  /** Ids of leads that the rep gives back. */
  readonly returned: readonly string[];
}

/** As `readTrigger`, of what may be about a rep instead of a lead. */
export const readRoutingTrigger = (body: string): Trigger | RepTrigger => {
  const message: unknown = JSON.parse(body);
  const isOfLead = own(own(message, 'detail'), 'leadId') !== undefined;
  const about = isOfLead ? undefined : repFact.safeParse(message);
  if (about?.data === undefined) return triggerOf(message);
  const { metadata, data } = about.data.detail;
  const { rep, leadsReturned: returned } = data;
  return { rep, cause: metadata.id, at: Date.parse(metadata.occurredAt), returned };
};
