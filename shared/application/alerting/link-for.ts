import { absencePathText } from '../../contracts/http/answer-request.ts';
import type { Attempt, Link } from '../../domain/documents.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Notice, RepNotice } from '../../domain/lead/notice.ts';
import { DAY_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { type LinkTarget, PURPOSE_RULES, type RepPurpose } from '../../domain/vocabulary/purposes.ts';
import type { Ports } from '../../ports/ports.ts';
import type { WriteOf } from '../../ports/store.ts';

/** A rep's link is of no use once the attempt is over; the page says so until then. */
const LINK_MS = 30 * DAY_MS;

export interface NewLink {
  readonly link: string;
  readonly write: WriteOf<'link'>;
}

type Needs = Pick<Ports, 'ids' | 'linkBase'>;

/** A new capability: 128 bits, stored hashed. */
const newLink = (value: Link, { ids, linkBase }: Needs): NewLink => {
  const { token, hash } = ids.capability();
  const { expiresAt } = value;
  return {
    link: `${linkBase}${token}`,
    write: { key: { type: 'link', id: hash }, expectedVersion: 0, value, expiresAt },
  };
};

export const attemptOf = (lead: Lead, notice: Notice): Attempt => ({
  leadId: lead.id,
  cycle: lead.cycle,
  attempt: notice.attempt,
});

const READERS: Readonly<Partial<Record<LinkTarget, NonNullable<Link['as']>>>> = {
  'managed-lead': 'manager',
  'watched-lead': 'watcher',
};

const asReader = (purpose: RepPurpose): Pick<Link, 'as'> => {
  const { opens } = PURPOSE_RULES[purpose];
  const as = opens && READERS[opens];
  return as === undefined ? {} : { as };
};

/** For the reader of a message about one lead; undefined where the message has no link. */
export const linkFor = (lead: Lead, notice: Notice, now: Instant, ports: Needs): NewLink | undefined => {
  const { opens } = PURPOSE_RULES[notice.purpose];
  if (notice.rep === null || opens === undefined) return undefined;
  const link = { rep: notice.rep, expiresAt: now + LINK_MS, ...attemptOf(lead, notice), ...asReader(notice.purpose) };
  const made = newLink(link, ports);
  return opens === 'absence' ? { ...made, link: absencePathText(made.link) } : made;
};

/** For all that one message to a rep is about; undefined where the message has no link. */
export const listLinkFor = (
  { rep, purpose }: Pick<RepNotice, 'rep' | 'purpose'>,
  leads: readonly Attempt[],
  now: Instant,
  ports: Needs,
): NewLink | undefined =>
  PURPOSE_RULES[purpose].opens === undefined
    ? undefined
    : newLink({ rep, leads, expiresAt: now + LINK_MS, ...asReader(purpose) }, ports);
