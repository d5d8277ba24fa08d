import type { Agreement, Clause } from '../agreement/agreement.ts';
import { breachClause } from '../clock/advance.ts';
import { firstInstant, runClause } from '../clock/run-clause.ts';
import type { Decision } from '../lead/decision.ts';
import type { Fact } from '../lead/facts.ts';
import { isLive, isOwned, type Lead, type Owned, type OwnedLead, type RunningClause } from '../lead/lead.ts';
import { baseOf, endLead, returnToRouting, withoutActionable } from '../lead/leave-owner.ts';
import type { Rejection } from '../lead/notice.ts';
import { DAY_MS } from '../time/durations.ts';
import { type Instant, toIso } from '../time/instant.ts';
import { formatDuration } from '../time/iso-duration.ts';
import type { Outcome } from '../vocabulary/outcomes.ts';
import type { RejectAction } from '../vocabulary/reject-actions.ts';
import { missingFields } from './missing-fields.ts';

/** Who answers: a rep, or by a link good for one attempt; neither means the current owner. */
export interface Answerer {
  readonly rep?: string;
  readonly attempt?: number;
}

/** Whether the answer is this owner's and in this stage; a late or repeated one is not, and changes nothing. */
export const mayAnswer = (lead: Lead, who: Answerer): lead is OwnedLead =>
  lead.stage === 'assigned' &&
  (who.rep === undefined || who.rep === lead.owner.rep) &&
  (who.attempt === undefined || who.attempt === lead.owner.attempt);

/** An answer at the deadline is in time. A later one is recorded as a breach first, if the clock has not done so yet. */
const settleLateness = (lead: OwnedLead, now: Instant): Decision & { readonly lateBy: { lateBy?: string } } => {
  if (lead.clause === undefined || now <= lead.clause.dueAt) return { lead, facts: [], lateBy: {} };
  return { ...breachClause(lead), lateBy: { lateBy: formatDuration(now - lead.clause.dueAt) } };
};

/** The clause that an answer starts, and the stage that the lead is in while it runs. */
interface NextClause {
  readonly name: RunningClause['name'];
  readonly clause: Clause | undefined;
  readonly stage: Owned['stage'];
}

const startNext = (
  lead: OwnedLead,
  { name, clause, stage }: NextClause,
  agreement: Agreement,
  now: Instant,
): { readonly lead: OwnedLead; readonly clock: readonly Fact[] } => {
  const owner = agreement.reps[lead.owner.rep];
  const running =
    clause === undefined || owner === undefined
      ? undefined
      : runClause(name, clause, { rep: owner, asManager: lead.owner.by === 'manager' }, now);
  const { alert } = lead.qualification;
  return {
    lead: {
      ...baseOf(lead),
      notices: withoutActionable(lead.notices),
      stage,
      // An owner who answers has been alerted, whatever became of the record of it.
      qualification: { ...lead.qualification, alert: alert.state === 'pending' ? { ...alert, state: 'met' } : alert },
      owner: lead.owner,
      lookAt: now + DAY_MS,
      ...(running === undefined ? {} : { clause: running }),
    },
    clock:
      running === undefined
        ? []
        : [
            {
              type: 'ClockStarted',
              data: {
                clause: name,
                attempt: lead.owner.attempt,
                dueAt: toIso(firstInstant(running)),
              },
            },
          ],
  };
};

/** MQL to SAL: the contact clause starts. */
export const acceptLead = (lead: Lead, who: Answerer, agreement: Agreement, now: Instant): Decision => {
  if (!mayAnswer(lead, who)) return { lead, facts: [] };
  const { facts, lateBy } = settleLateness(lead, now);
  const next = startNext(lead, { name: 'contact', clause: agreement.sla.contact, stage: 'accepted' }, agreement, now);
  const accepted: Fact = {
    type: 'LeadAccepted',
    data: { rep: lead.owner.rep, attempt: lead.owner.attempt, ...lateBy },
  };
  return { lead: next.lead, facts: [...facts, accepted, ...next.clock] };
};

const tellMarketing = (lead: OwnedLead, rejection: Rejection, sequence: number, now: Instant): OwnedLead => ({
  ...lead,
  notices: [
    ...lead.notices,
    { purpose: 'marketing', rep: null, sequence, attempt: lead.owner.attempt, at: now, deliveries: [], rejection },
  ],
});

/** Why a rep rejects a lead, with what the agreement does for that reason. */
export interface RejectReason {
  readonly reason: string;
  readonly note?: string;
  readonly action: RejectAction;
}

/** The reason, by the agreement, says where the lead goes, at once; marketing hears of it, where it has an address. */
export const rejectLead = (
  lead: Lead,
  { who, why }: { readonly who: Answerer; readonly why: RejectReason },
  agreement: Agreement,
  now: Instant,
): Decision => {
  if (!mayAnswer(lead, who)) return { lead, facts: [] };
  const { lead: late, facts, lateBy } = settleLateness(lead, now);
  if (!isOwned(late)) return { lead, facts: [] };
  const missing = why.action === 'return-to-marketing' ? missingFields(lead.fields, agreement.scoring.minimum) : [];
  const rejected: Fact = {
    type: 'LeadRejected',
    data: {
      rep: lead.owner.rep,
      attempt: lead.owner.attempt,
      ...why,
      ...(missing.length === 0 ? {} : { missing }),
      ...lateBy,
    },
  };
  const told = agreement.sla.marketing?.email !== undefined;
  const { score, reasons } = lead.qualification;
  const settled = !told
    ? late
    : tellMarketing(
        late,
        { by: lead.owner.rep, ...why, missing, score, reasons },
        lead.sequence + facts.length + 1,
        now,
      );
  switch (why.action) {
    case 'reassign':
      return { lead: returnToRouting(settled, 'rejected', now), facts: [...facts, rejected] };
    case 'recycle':
      return {
        lead: endLead(settled, 'recycled', now),
        facts: [...facts, rejected, { type: 'LeadRecycled', data: { why: why.reason } }],
      };
    case 'return-to-marketing':
      return { lead: endLead(settled, 'returned', now), facts: [...facts, rejected] };
    case 'close':
      return { lead: endLead(settled, 'closed', now), facts: [...facts, rejected] };
  }
};

/** SAL to contacted: the verdict clause starts. Whoever is contacted before accepting has been accepted by that. */
export const recordContact = (
  lead: Lead,
  contact: { readonly channel?: string },
  agreement: Agreement,
  now: Instant,
): Decision => {
  if (lead.stage === 'assigned') {
    const accepted = acceptLead(lead, {}, agreement, now);
    const contacted = recordContact(accepted.lead, contact, agreement, now);
    // The contact clause is met in the instant it starts: no clock needs to wake for it.
    const facts = accepted.facts.filter(({ type }) => type !== 'ClockStarted');
    return { lead: contacted.lead, facts: [...facts, ...contacted.facts] };
  }
  if (lead.stage !== 'accepted') {
    return { lead, facts: [{ type: 'ContactRecorded', data: { ...contact, applied: false } }] };
  }
  const { facts, lateBy } = settleLateness(lead, now);
  const next = startNext(lead, { name: 'verdict', clause: agreement.sla.verdict, stage: 'contacted' }, agreement, now);
  const recorded: Fact = {
    type: 'ContactRecorded',
    data: { ...contact, applied: true, rep: lead.owner.rep, ...lateBy },
  };
  return { lead: next.lead, facts: [...facts, recorded, ...next.clock] };
};

export interface Closing {
  readonly outcome: Outcome;
  readonly revenue?: number;
  readonly currency?: string;
  readonly reason?: string;
}

/** The outcome ends the cycle; a lead that sales qualified may still be won or lost. */
export const closeLead = (lead: Lead, closing: Closing, now: Instant): Decision => {
  const sealed = lead.stage === 'ended' && lead.end === 'sales-qualified' && closing.outcome !== 'sales-qualified';
  if (sealed) {
    return {
      lead: { ...lead, end: closing.outcome },
      facts: [{ type: 'OutcomeRecorded', data: { ...closing, applied: true } }],
    };
  }
  if (lead.stage !== 'nurture' && !isLive(lead)) {
    return { lead, facts: [{ type: 'OutcomeRecorded', data: { ...closing, applied: false } }] };
  }
  if (!isOwned(lead)) {
    return {
      lead: endLead(lead, closing.outcome, now),
      facts: [{ type: 'OutcomeRecorded', data: { ...closing, applied: true } }],
    };
  }
  const { facts, lateBy } = settleLateness(lead, now);
  const recorded: Fact = {
    type: 'OutcomeRecorded',
    data: { ...closing, applied: true, rep: lead.owner.rep, ...lateBy },
  };
  return { lead: endLead(lead, closing.outcome, now), facts: [...facts, recorded] };
};

/** The owner gives the lead back to nurture: it is no lead for sales now, and may be one later. */
export const recycleLead = (lead: Lead, why: string, now: Instant): Decision => {
  if (!isOwned(lead)) return { lead, facts: [] };
  const { facts, lateBy } = settleLateness(lead, now);
  const recycled: Fact = { type: 'LeadRecycled', data: { why, rep: lead.owner.rep, ...lateBy } };
  return { lead: endLead(lead, 'recycled', now), facts: [...facts, recycled] };
};
