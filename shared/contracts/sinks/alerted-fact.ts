import type { ReachedRep } from '../../domain/alert/card/card-due.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { ALERTED_PURPOSES, CARD_PURPOSES } from '../../domain/vocabulary/purposes.ts';
import * as z from '../zod.ts';

const alerted = z.object({
  detail: z.object({
    metadata: z.object({ occurredAt: z.iso.datetime() }),
    leadId: z.string(),
    data: z.object({
      rep: z.string(),
      purpose: z.enum(ALERTED_PURPOSES),
      attempt: z.int(),
      messageId: z.exactOptional(z.string()),
    }),
  }),
});

/** Of which message a card is made, and since when its channel has it. */
export interface AlertedRep extends ReachedRep {
  readonly leadId: string;
  readonly at: Instant;
}

/**
 * Reads a RepAlerted of a sink's queue; undefined of one that has no card: of a channel that failed, of several leads, or that
 * asks for nothing. One that is no fact is our own mistake, and throws.
 */
export const readAlertedRep = (body: string): AlertedRep | undefined => {
  const { metadata, leadId, data } = alerted.parse(JSON.parse(body)).detail;
  const purpose = CARD_PURPOSES.find((one) => one === data.purpose);
  if (purpose === undefined || data.messageId === undefined) return undefined;
  return { leadId, at: Date.parse(metadata.occurredAt), rep: data.rep, purpose, attempt: data.attempt };
};
