import type { Rep } from '../domain/agreement/agreement.ts';
import type { OwnedLead } from '../domain/lead/lead.ts';
import { isOpenFor, type LinkOver, whyOver } from '../domain/lead/link-standing.ts';
import type { Ports } from '../ports/ports.ts';
import { findLead } from './find-lead.ts';

/** How many of a lead's facts are looked through for what became of an attempt. */
const LATEST_FACTS = 200;

/** What a link's capability opens at an instant: its rep's lead, or nothing and why. */
export type OpenedLink =
  | { readonly open: true; readonly version: number; readonly lead: OwnedLead; readonly rep: Rep }
  | { readonly open: false; readonly why: LinkOver | 'unknown' };

export const openLink = async (
  token: string,
  now: number,
  { store, ids, rules }: Pick<Ports, 'store' | 'ids' | 'rules'>,
): Promise<OpenedLink> => {
  const key = { type: 'link', id: ids.hashOf(token) } as const;
  const link = (await store.load([key])).get(key)?.value;
  const found = link && (await findLead(store, link.leadId));
  if (link === undefined || found === undefined) return { open: false, why: 'unknown' };
  const { lead, version } = found;
  const rep = rules.agreement.reps[link.rep];
  if (rep !== undefined && isOpenFor(lead, link, now)) return { open: true, version, lead, rep };
  const facts = await store.history(lead.id, Math.max(1, lead.sequence - LATEST_FACTS + 1));
  return { open: false, why: whyOver(lead, link, facts, now) };
};
