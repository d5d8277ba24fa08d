import type { Rep } from '../../domain/agreement/agreement.ts';
import type { LeadLink, ListLink } from '../../domain/documents.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { LinkOver } from '../../domain/vocabulary/link-over.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { findLeads } from '../documents/find-lead.ts';

/** A link that opens no lead, and why. `rep`: who was written the link, where they are still in the agreement. */
export interface OpensNothing {
  readonly opens: 'nothing';
  readonly why: LinkOver | 'unknown';
  readonly rep?: Rep;
}

/** The reader of a list, and what of it is still open to them, each lead with its place there, from 1. */
export interface OpenList<L extends Lead> {
  readonly rep: Rep;
  readonly leads: readonly { readonly position: number; readonly lead: L }[];
}

/** `isOpen` says whether a lead of the list is open to its reader, as if it had a link of its own. */
export const openList = async <L extends Lead>(
  { leads: attempts, ...reader }: ListLink,
  isOpen: (lead: Lead, link: LeadLink, now: Instant) => lead is L,
  now: Instant,
  ports: Pick<DecisionPorts, 'store' | 'rules' | 'observer'>,
): Promise<OpenList<L> | OpensNothing> => {
  const rep = ports.rules.agreement.reps[reader.rep];
  if (rep === undefined) return { opens: 'nothing', why: 'expired' };
  if (now >= reader.expiresAt) return { opens: 'nothing', why: 'expired', rep };
  const found = await findLeads(
    attempts.map(({ leadId }) => leadId),
    ports,
  );
  const leads = attempts.flatMap((attempt, index) => {
    const lead = found.get(attempt.leadId)?.lead;
    return lead !== undefined && isOpen(lead, { ...attempt, ...reader }, now) ? [{ position: index + 1, lead }] : [];
  });
  return { rep, leads };
};
