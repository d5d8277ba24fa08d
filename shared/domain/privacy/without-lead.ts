import type { Inbox } from '../alert/delivery/inbox.ts';
import type { Link } from '../documents.ts';
import type { Account } from '../routing/account.ts';
import type { RepLoad } from '../routing/rep-load.ts';

/* Documents that leads share, without what they say of one lead. */

interface OfLead {
  readonly leadId: string;
}

const without = <T extends OfLead>(items: readonly T[], leadId: string): readonly T[] =>
  items.filter((item) => item.leadId !== leadId);

export const inboxWithout = (inbox: Inbox, leadId: string): Inbox => ({
  ...inbox,
  held: without(inbox.held, leadId),
  bundles: inbox.bundles
    .map((bundle) => ({ ...bundle, items: without(bundle.items, leadId) }))
    .filter(({ items }) => items.length > 0),
  texts: inbox.texts
    .map((text) => ({ ...text, leads: without(text.leads, leadId) }))
    .filter(({ leads }) => leads.length > 0),
});

export const accountWithout = ({ waiting = [], ...account }: Account, leadId: string): Account => {
  const left = waiting.filter((id) => id !== leadId);
  return { ...account, open: without(account.open, leadId), ...(left.length === 0 ? {} : { waiting: left }) };
};

/** Undefined where the link was to nothing else. */
export const linkWithout = (link: Link, leadId: string): Link | undefined => {
  if ('leadId' in link) return link.leadId === leadId ? undefined : link;
  const leads = without(link.leads, leadId);
  return leads.length === 0 ? undefined : { ...link, leads };
};

export const repWithout = ({ unanswered = [], absence, ...load }: RepLoad, leadId: string): RepLoad => {
  const left = unanswered.filter((id) => id !== leadId);
  const away =
    absence?.why === 'away' ? { ...absence, returned: absence.returned.filter((id) => id !== leadId) } : absence;
  return {
    ...load,
    ...(left.length === 0 ? {} : { unanswered: left }),
    ...(away === undefined ? {} : { absence: away }),
  };
};
