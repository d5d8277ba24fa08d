import type { Lead, Notice } from '../domain/lead/lead.ts';
import type { Ports } from '../ports/ports.ts';
import type { WriteOf } from '../ports/store.ts';

/** A rep's link is of no use once the attempt is over; the page says so until then. */
const LINK_MS = 30 * 86_400_000;

/**
 * A new capability for the owner of an attempt: 128 bits, stored hashed. The manager and a past owner are
 * told in the message itself; theirs is not to answer.
 */
export const linkFor = (
  lead: Lead,
  notice: Notice,
  now: number,
  { ids, linkBase }: Pick<Ports, 'ids' | 'linkBase'>,
): { readonly link?: string; readonly write?: WriteOf<'link'> } => {
  if (notice.purpose !== 'alert' && notice.purpose !== 'remind') return {};
  const { token, hash } = ids.capability();
  const expiresAt = now + LINK_MS;
  return {
    link: `${linkBase}${token}`,
    write: {
      key: { type: 'link', id: hash },
      expectedVersion: 0,
      value: { leadId: lead.id, cycle: lead.cycle, attempt: notice.attempt, rep: notice.rep, expiresAt },
      expiresAt,
    },
  };
};
