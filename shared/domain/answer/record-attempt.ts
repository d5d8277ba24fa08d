import type { Agreement } from '../agreement/agreement.ts';
import { clauseOwner } from '../clock/clause-owner.ts';
import { moveReminders } from '../clock/move-reminders.ts';
import type { Decision } from '../lead/decision.ts';
import type { Fact } from '../lead/facts.ts';
import { isOwned, type Lead, type OwnedLead } from '../lead/lead.ts';
import { CONTACT_ATTEMPTS_KEPT } from '../lead/rep-history.ts';
import type { Instant } from '../time/instant.ts';
import { acceptLead, clauseMetBy, settleLateness, startNext } from './answer.ts';
import { type Answerer, doerOf, isTheirs } from './answerer.ts';

/** How an owner tried to reach a lead, in the rep's own words. */
export interface Attempted {
  readonly channel?: string;
  readonly note?: string;
}

const withAttempt = (lead: OwnedLead, attempted: Attempted, now: Instant): OwnedLead => ({
  ...lead,
  contactAttempts: [{ at: now, rep: lead.owner.rep, ...attempted }, ...(lead.contactAttempts ?? [])].slice(
    0,
    CONTACT_ATTEMPTS_KEPT,
  ),
});

const remindLater = (lead: OwnedLead, agreement: Agreement, now: Instant): OwnedLead => {
  const { contact } = agreement.sla;
  const owner = clauseOwner(lead.owner, agreement);
  if (lead.clause?.name !== 'contact' || contact === undefined || owner === undefined) return lead;
  return { ...lead, clause: moveReminders(lead.clause, contact, owner, now) };
};

/**
 * The owner tried, and reached nobody. Where the agreement counts attempts, that meets the contact clause; if not, the
 * reminders of it move. Whoever tries before accepting has accepted by that.
 */
export const recordAttempt = (
  lead: Lead,
  { who, attempted }: { readonly who: Answerer; readonly attempted: Attempted },
  agreement: Agreement,
  now: Instant,
): Decision => {
  const record = (parts: { applied: boolean; counted: boolean; rep?: string; lateBy?: string }): Fact => ({
    type: 'ContactAttemptRecorded',
    data: { ...attempted, ...parts },
  });
  if (!isTheirs(lead, who)) {
    return { lead, facts: [record({ applied: false, counted: false, ...doerOf(lead, who) })] };
  }
  if (lead.stage === 'assigned') {
    const accepted = acceptLead(lead, who, agreement, now);
    const tried = recordAttempt(accepted.lead, { who, attempted }, agreement, now);
    const [last] = tried.facts.slice(-1);
    // A clause that is met in the instant it starts needs no clock to wake for it.
    const facts = accepted.facts.filter(({ type }) => type !== 'ClockStarted' || last?.type !== 'ClockStarted');
    return { lead: tried.lead, facts: [...facts, ...tried.facts] };
  }
  const { rep } = lead.owner;
  const kept = withAttempt(lead, attempted, now);
  const counted = record({ applied: true, counted: true, rep });
  const met = agreement.sla.countAttempts === true ? clauseMetBy(counted, kept) : undefined;
  if (met === undefined) {
    return { lead: remindLater(kept, agreement, now), facts: [record({ applied: true, counted: false, rep })] };
  }
  const { lead: late, facts, lateBy } = settleLateness(kept, now);
  if (!isOwned(late)) return { lead, facts: [] };
  const next = startNext(late, met, agreement, now);
  return {
    lead: next.lead,
    facts: [...facts, record({ applied: true, counted: true, rep, ...lateBy }), ...next.clock],
  };
};
