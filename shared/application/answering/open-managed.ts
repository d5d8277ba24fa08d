import type { Rep } from '../../domain/agreement/agreement.ts';
import { isManageableBy } from '../../domain/answer/link-standing.ts';
import type { LeadLink, ListLink } from '../../domain/documents.ts';
import { isOwned, type LiveLead, type OwnedLead } from '../../domain/lead/lead.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { LinkOver } from '../../domain/vocabulary/link-over.ts';
import type { Ports } from '../../ports/ports.ts';
import { findLead, findLeads } from '../documents/find-lead.ts';

type Needs = Pick<Ports, 'store' | 'rules' | 'observer'>;

type Nothing = { readonly opens: 'nothing'; readonly why: LinkOver | 'unknown'; readonly rep?: Rep };

/** A lead for its manager to decide on: one that the manager owns is theirs to answer for, as any owner's. */
export type ManagedLead =
  | { readonly opens: 'lead'; readonly version: number; readonly lead: OwnedLead; readonly rep: Rep }
  | { readonly opens: 'managed'; readonly version: number; readonly lead: LiveLead; readonly rep: Rep };

export interface ManagedList {
  readonly opens: 'managed-list';
  readonly rep: Rep;
  /** With their places in the list, from 1. */
  readonly leads: readonly { readonly position: number; readonly lead: LiveLead }[];
}

export const openManaged = async (
  link: LeadLink,
  now: Instant,
  { store, rules }: Needs,
): Promise<ManagedLead | Nothing> => {
  const rep = rules.agreement.reps[link.rep];
  if (rep === undefined) return { opens: 'nothing', why: 'expired' };
  const found = await findLead(store, link.leadId);
  if (found === undefined) return { opens: 'nothing', why: 'unknown' };
  const { lead, version } = found;
  if (!isManageableBy(lead, link, now)) {
    return { opens: 'nothing', why: now >= link.expiresAt ? 'expired' : 'cycle-over', rep };
  }
  return isOwned(lead) && lead.owner.rep === rep.id
    ? { opens: 'lead', version, lead, rep }
    : { opens: 'managed', version, lead, rep };
};

export const openManagedList = async (list: ListLink, now: Instant, ports: Needs): Promise<ManagedList | Nothing> => {
  const rep = ports.rules.agreement.reps[list.rep];
  if (rep === undefined) return { opens: 'nothing', why: 'expired' };
  if (now >= list.expiresAt) return { opens: 'nothing', why: 'expired', rep };
  const { leads: attempts, ...reader } = list;
  const found = await findLeads(
    attempts.map(({ leadId }) => leadId),
    ports,
  );
  const leads = attempts.flatMap((attempt, index): ManagedList['leads'] => {
    const lead = found.get(attempt.leadId)?.lead;
    return lead !== undefined && isManageableBy(lead, { ...attempt, ...reader }, now)
      ? [{ position: index + 1, lead }]
      : [];
  });
  return { opens: 'managed-list', rep, leads };
};
