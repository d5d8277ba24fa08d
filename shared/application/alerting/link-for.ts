import { absencePathText } from '../../contracts/http/answer-request.ts';
import { asksForAnswer } from '../../domain/alert/delivery/recipient.ts';
import type { Attempt, Link } from '../../domain/documents.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Notice } from '../../domain/lead/notice.ts';
import { DAY_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';
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

/** For the owner of an attempt. */
export const linkFor = (lead: Lead, notice: Notice, now: Instant, ports: Needs): NewLink | undefined => {
  if (notice.rep === null || !asksForAnswer(notice)) return undefined;
  const made = newLink({ ...attemptOf(lead, notice), rep: notice.rep, expiresAt: now + LINK_MS }, ports);
  return notice.purpose === 'paused' ? { ...made, link: absencePathText(made.link) } : made;
};

/** For all that one message to a rep is about. */
export const listLinkFor = (rep: string, leads: readonly Attempt[], now: Instant, ports: Needs): NewLink =>
  newLink({ rep, leads, expiresAt: now + LINK_MS }, ports);
