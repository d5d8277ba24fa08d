import type { Rep } from '../../domain/agreement/agreement.ts';
import { isManageableBy } from '../../domain/answer/link-standing.ts';
import type { LeadLink, ListLink } from '../../domain/documents.ts';
import { isOwned, type LiveLead, type OwnedLead } from '../../domain/lead/lead.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { findLead } from '../documents/find-lead.ts';
import { type OpenList, type OpensNothing, openList } from './open-list.ts';

type Needs = Pick<DecisionPorts, 'store' | 'rules' | 'observer'>;

/** A lead for its manager to decide on: one that the manager owns is theirs to answer for, as any owner's. */
export type ManagedLead =
  | { readonly opens: 'lead'; readonly version: number; readonly lead: OwnedLead; readonly rep: Rep }
  | { readonly opens: 'managed'; readonly version: number; readonly lead: LiveLead; readonly rep: Rep };

export type ManagedList = { readonly opens: 'managed-list' } & OpenList<LiveLead>;

export const openManaged = async (
  link: LeadLink,
  now: Instant,
  { store, rules }: Needs,
): Promise<ManagedLead | OpensNothing> => {
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

export const openManagedList = async (
  link: ListLink,
  now: Instant,
  ports: Needs,
): Promise<ManagedList | OpensNothing> => {
  const list = await openList(link, isManageableBy, now, ports);
  return 'opens' in list ? list : { opens: 'managed-list', ...list };
};
