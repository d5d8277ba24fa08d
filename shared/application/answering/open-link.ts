import type { LinkPath } from '../../contracts/http/answer-request.ts';
import type { Rep } from '../../domain/agreement/agreement.ts';
import { isOpenFor, whyOver } from '../../domain/answer/link-standing.ts';
import type { LeadLink, Link, ListLink } from '../../domain/documents.ts';
import { isOwned, type OwnedLead } from '../../domain/lead/lead.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { LinkPorts } from '../../ports/ports.ts';
import { findLead } from '../documents/find-lead.ts';
import { latestFacts } from '../documents/latest-facts.ts';
import { type OpenList, type OpensNothing, openList } from './open-list.ts';
import { type ManagedLead, type ManagedList, openManaged, openManagedList } from './open-managed.ts';

/**
 * What a link's capability opens at an instant: its rep's lead, one that its manager decides on, a list of them, or
 * nothing and why.
 */
export type OpenedLink =
  | { readonly opens: 'lead'; readonly version: number; readonly lead: OwnedLead; readonly rep: Rep }
  | ({ readonly opens: 'list' } & OpenList<OwnedLead>)
  | ManagedLead
  | ManagedList
  | OpensNothing;

type Needs = Pick<LinkPorts, 'store' | 'ids' | 'rules' | 'observer'>;

const UNKNOWN: OpenedLink = { opens: 'nothing', why: 'unknown' };

const openOwnList = async (link: ListLink, now: Instant, ports: Needs): Promise<OpenedLink> => {
  const list = await openList(link, isOpenFor, now, ports);
  return 'opens' in list ? list : { opens: 'list', ...list };
};

const openLead = async (link: LeadLink, now: Instant, { store, rules }: Needs): Promise<OpenedLink> => {
  const found = await findLead(store, link.leadId);
  if (found === undefined) return UNKNOWN;
  const { lead, version } = found;
  const rep = rules.agreement.reps[link.rep];
  if (rep !== undefined && isOpenFor(lead, link, now)) return { opens: 'lead', version, lead, rep };
  const facts = await latestFacts(store, lead);
  return { opens: 'nothing', why: whyOver(lead, link, facts, now), ...(rep === undefined ? {} : { rep }) };
};

/** The rep's last time with a lead, which says whether it is theirs. Nothing is told of what never was. */
const openOwn = async (leadId: string, link: Link, now: Instant, ports: Needs): Promise<OpenedLink> => {
  const found = await findLead(ports.store, leadId);
  if (found === undefined) return UNKNOWN;
  const { lead } = found;
  const { rep, expiresAt } = link;
  const own = { leadId, cycle: lead.cycle, rep, expiresAt };
  if (isOwned(lead) && lead.owner.rep === rep) return openLead({ ...own, attempt: lead.owner.attempt }, now, ports);
  const facts = await latestFacts(ports.store, lead);
  const attempt = facts.flatMap(({ type, detail: { data } }) =>
    type === 'LeadAssigned' && 'attempt' in data && 'rep' in data && data.rep === rep ? [data.attempt] : [],
  );
  const last = attempt.at(-1);
  return last === undefined ? UNKNOWN : openLead({ ...own, attempt: last }, now, ports);
};

const AS_OWNER = { one: openLead, list: openOwnList };
const AS_MANAGER = { one: openManaged, list: openManagedList };

export const openLink = async (path: LinkPath, now: Instant, ports: Needs): Promise<OpenedLink> => {
  const { token, position, leadId } = path;
  const key = { type: 'link', id: ports.ids.hashOf(token) } as const;
  const link = (await ports.store.load([key])).get(key)?.value;
  if (link === undefined) return UNKNOWN;
  if (leadId !== undefined) return openOwn(leadId, link, now, ports);
  const { one, list } = link.as === 'manager' ? AS_MANAGER : AS_OWNER;
  if (!('leads' in link)) return position === undefined ? one(link, now, ports) : UNKNOWN;
  if (position === undefined) return list(link, now, ports);
  const { leads, ...reader } = link;
  const attempt = leads[position - 1];
  return attempt === undefined ? UNKNOWN : one({ ...attempt, ...reader }, now, ports);
};
