import type { Lead } from '../../lead/lead.ts';
import type { Notice } from '../../lead/notice.ts';
import { dropHeld } from './held.ts';
import type { Inboxes } from './inbox.ts';
import { inboxOf } from './inbox.ts';
import { recipientOf } from './recipient.ts';

const same = (a: Notice, b: Notice): boolean => a.sequence === b.sequence && a.purpose === b.purpose && a.rep === b.rep;

/** Notices that a decision took back from the lead while they were held back in an inbox. */
export const withdrawnFrom = (before: Lead, after: Lead): readonly Notice[] =>
  before.notices.filter(
    (notice) =>
      notice.deliveries.some(({ state }) => state === 'held') && !after.notices.some((left) => same(left, notice)),
  );

/** The inboxes without them: what is no longer owed takes no place. */
export const withdraw = (leadId: string, notices: readonly Notice[], inboxes: Inboxes): Inboxes => {
  const after: Record<string, Inboxes[string]> = { ...inboxes };
  for (const notice of notices) {
    const recipient = recipientOf(notice);
    const owed = { leadId, sequence: notice.sequence, purpose: notice.purpose };
    for (const { channel } of notice.deliveries) {
      after[recipient] = dropHeld(inboxOf(after, recipient), owed, channel);
    }
  }
  return after;
};
