import * as z from 'zod';
import { ENDING_STEPS } from '../../domain/vocabulary/steps.ts';

/** What a function reads of a fact that woke it: which lead, and whom it set free. The rest it loads. */
const fact = z.object({
  id: z.string().exactOptional(),
  detail: z.object({
    metadata: z.object({ id: z.string() }),
    leadId: z.string(),
    data: z.object({
      rep: z.string().exactOptional(),
      step: z.string().exactOptional(),
      applied: z.boolean().exactOptional(),
      from: z.string().exactOptional(),
      owner: z.string().exactOptional(),
      decision: z.unknown().exactOptional(),
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

/** Reads a message of our own; one that does not parse is our own mistake, and throws to the dead-letter queue. */
export const readTrigger = (body: string): Trigger => {
  const message = wake.parse(JSON.parse(body));
  if (!('detail' in message)) return { leadId: message.leadId, cause: 'look' };
  const { metadata, leadId, data } = message.detail;
  const { step, applied, decision } = data;
  // Whoever is assigned a lead has no hand free by that.
  const loser = decision === undefined ? (data.owner ?? data.rep) : data.from;
  const frees = loser !== undefined && (step === undefined || ENDING_STEPS.includes(step)) && applied !== false;
  return { leadId, cause: metadata.id, ...(frees ? { freed: loser } : {}) };
};
