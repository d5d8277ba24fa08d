import type { Rep } from '../../domain/agreement/agreement.ts';
import type { LeadLink, ListLink } from '../../domain/documents.ts';
import { isOwned, type Lead, type OwnedLead } from '../../domain/lead/lead.ts';
import { maySee } from '../../domain/lead/may-see.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { findLead } from '../documents/find-lead.ts';
import { type OpenList, type OpensNothing, openList } from './open-list.ts';

type Needs = Pick<DecisionPorts, 'store' | 'rules' | 'observer'>;

/** A lead that its reader watches: one that they own is theirs to answer for, as any owner's. */
export type WatchedLead =
  | { readonly opens: 'lead'; readonly version: number; readonly lead: OwnedLead; readonly rep: Rep }
  | { readonly opens: 'watched'; readonly version: number; readonly lead: Lead; readonly rep: Rep };

export type WatchedList = { readonly opens: 'watched-list' } & OpenList<Lead>;

/** Whoever may not see the lead when they look is told no more than that it is not theirs. */
export const openWatched = async (
  link: LeadLink,
  now: Instant,
  { store, rules }: Needs,
): Promise<WatchedLead | OpensNothing> => {
  const rep = rules.agreement.reps[link.rep];
  if (rep === undefined) return { opens: 'nothing', why: 'expired' };
  if (now >= link.expiresAt) return { opens: 'nothing', why: 'expired', rep };
  const found = await findLead(store, link.leadId);
  if (found === undefined) return { opens: 'nothing', why: 'unknown' };
  const { lead, version } = found;
  if (isOwned(lead) && lead.owner.rep === rep.id) return { opens: 'lead', version, lead, rep };
  return maySee(lead, rep.id, rules)
    ? { opens: 'watched', version, lead, rep }
    : { opens: 'nothing', why: 'moved-on', rep };
};

export const openWatchedList = async (
  link: ListLink,
  now: Instant,
  ports: Needs,
): Promise<WatchedList | OpensNothing> => {
  const isOpen = (lead: Lead, { rep }: LeadLink): lead is Lead => maySee(lead, rep, ports.rules);
  const list = await openList(link, isOpen, now, ports);
  return 'opens' in list ? list : { opens: 'watched-list', ...list };
};
