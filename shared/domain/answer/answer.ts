import type { Agreement } from '../agreement/agreement.ts';
import { breachClause } from '../clock/advance.ts';
import { clauseOwner } from '../clock/clause-owner.ts';
import { firstInstant, startClause } from '../clock/run-clause.ts';
import { CLAUSE_RULES, mayReject, pendingClause } from '../lead/clause-rules.ts';
import type { Decision } from '../lead/decision.ts';
import type { Fact } from '../lead/facts.ts';
import { isLive, isOwned, type Lead, type OwnedLead } from '../lead/lead.ts';
import { baseOf, endLead, returnToRouting, sealLead, withoutActionable } from '../lead/leave-owner.ts';
import type { Rejection } from '../lead/notice.ts';
import { isRefundedFor, withoutCharge } from '../lead/refund.ts';
import { nextCycle } from '../scoring/next-cycle.ts';
import { DAY_MS } from '../time/durations.ts';
import { type Instant, toIso } from '../time/instant.ts';
import { formatDuration } from '../time/iso-duration.ts';
import type { OwnerClause } from '../vocabulary/clauses.ts';
import type { Outcome } from '../vocabulary/outcomes.ts';
import type { RejectAction } from '../vocabulary/reject-actions.ts';
import type { OwnedStage } from '../vocabulary/stages.ts';
import { type Answerer, creditOf, doerOf, isTheirs, mayAnswer } from './answerer.ts';
import { missingFields } from './missing-fields.ts';

/** An answer at the deadline is in time. A later one is recorded as a breach first, if the clock has not done so yet. */
export const settleLateness = (lead: OwnedLead, now: Instant): Decision & { readonly lateBy: { lateBy?: string } } => {
  if (lead.clause === undefined || now <= lead.clause.dueAt) return { lead, facts: [], lateBy: {} };
  return { lateBy: { lateBy: formatDuration(now - lead.clause.dueAt) }, ...breachClause(lead) };
};

/** A clause that an answer meets, and the stage that it leads to: there the next clause starts. */
interface MetClause {
  readonly met: OwnerClause;
  readonly stage: OwnedStage;
}

export const startNext = (
  lead: OwnedLead,
  { met, stage }: MetClause,
  agreement: Agreement,
  now: Instant,
): { readonly lead: OwnedLead; readonly clock: readonly Fact[] } => {
  const owner = clauseOwner(lead.owner, agreement);
  const running = owner && startClause({ stage, met }, agreement.sla, owner, now);
  const { alert } = lead.qualification;
  return {
    lead: {
      stage,
      ...baseOf(lead),
      notices: withoutActionable(lead.notices),
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
                clause: running.name,
                attempt: lead.owner.attempt,
                dueAt: toIso(firstInstant(running)),
              },
            },
          ],
  };
};

/** The clause that the owner has to meet, if the fact meets it and the lead goes on. */
export const clauseMetBy = (fact: Fact, lead: OwnedLead): MetClause | undefined => {
  const met = pendingClause(lead);
  const rule = met && CLAUSE_RULES[met];
  if (met === undefined || rule?.leadsTo === undefined || !rule.metBy(fact)) return undefined;
  return { met, stage: rule.leadsTo };
};

/** MQL to SAL: the contact clause starts. */
export const acceptLead = (lead: Lead, who: Answerer, agreement: Agreement, now: Instant): Decision => {
  if (!mayAnswer(lead, who)) return { lead, facts: [] };
  const { facts, lateBy } = settleLateness(lead, now);
  const next = startNext(lead, { met: 'accept', stage: 'accepted' }, agreement, now);
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
  {
    who,
    why,
    tellsMarketing = true,
  }: { readonly who: Answerer; readonly why: RejectReason; readonly tellsMarketing?: boolean },
  agreement: Agreement,
  now: Instant,
): Decision => {
  if (!isTheirs(lead, who) || !mayReject(lead)) return { lead, facts: [] };
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
  const told = tellsMarketing && agreement.sla.marketing?.email !== undefined;
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
      return {
        lead: returnToRouting(isRefundedFor(why.reason) ? withoutCharge(settled) : settled, 'rejected', now),
        facts: [...facts, rejected],
      };
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

export interface Contact {
  readonly channel?: string;
  readonly who?: Answerer;
}

/**
 * A contact that meets the clause which the owner has to meet leads on to the next. Whoever is contacted before
 * accepting has been accepted by that. What is not the owner's changes nothing, and is nobody else's merit.
 */
export const recordContact = (
  lead: Lead,
  { who = {}, ...contact }: Contact,
  agreement: Agreement,
  now: Instant,
): Decision => {
  if (lead.stage === 'assigned' && isTheirs(lead, who)) {
    const accepted = acceptLead(lead, {}, agreement, now);
    const contacted = recordContact(accepted.lead, contact, agreement, now);
    // The contact clause is met in the instant it starts: no clock needs to wake for it.
    const facts = accepted.facts.filter(({ type }) => type !== 'ClockStarted');
    return { lead: contacted.lead, facts: [...facts, ...contacted.facts] };
  }
  const unused = (by: { readonly rep?: string }): Decision => ({
    lead,
    facts: [{ type: 'ContactRecorded', data: { ...contact, applied: false, ...by } }],
  });
  if (!isTheirs(lead, who)) return unused(doerOf(lead, who));
  const { facts, lateBy } = settleLateness(lead, now);
  const recorded: Fact = {
    type: 'ContactRecorded',
    data: { ...contact, applied: true, rep: lead.owner.rep, ...lateBy },
  };
  const met = clauseMetBy(recorded, lead);
  if (met === undefined) return unused(who.rep === undefined ? {} : { rep: who.rep });
  const next = startNext(lead, met, agreement, now);
  return { lead: next.lead, facts: [...facts, recorded, ...next.clock] };
};

export interface Closing {
  readonly outcome: Outcome;
  readonly revenue?: number;
  readonly currency?: string;
  readonly reason?: string;
  readonly who?: Answerer;
}

/** Sales has given the lead back to marketing: it is in nurture until it is captured again. */
const isGivenBack = (lead: Lead): boolean =>
  lead.stage === 'ended' && (lead.end === 'recycled' || lead.end === 'returned');

/** Whether an outcome says anything new of the lead. */
const isOpenTo = (lead: Lead, outcome: Outcome): boolean =>
  lead.stage === 'sales-qualified'
    ? outcome !== 'sales-qualified'
    : lead.stage === 'nurture' || isGivenBack(lead) || isLive(lead);

const afterOutcome = (lead: Lead, outcome: Outcome, now: Instant): Lead => {
  if (outcome !== 'sales-qualified') return endLead(lead, outcome, now);
  return sealLead(lead.stage === 'ended' ? nextCycle(lead) : lead, now);
};

/**
 * Won and lost end the cycle, also of a lead that sales gave back. Sales-qualified ends nothing: the lead stays its
 * owner's. One that sales gave back begins its next cycle by that.
 */
export const closeLead = (lead: Lead, { who = {}, outcome, ...deal }: Closing, now: Instant): Decision => {
  if (!isOpenTo(lead, outcome)) {
    return { lead, facts: [{ type: 'OutcomeRecorded', data: { outcome, ...deal, applied: false } }] };
  }
  const { facts, lateBy } = isOwned(lead) ? settleLateness(lead, now) : { facts: [], lateBy: {} };
  const recorded: Fact = {
    type: 'OutcomeRecorded',
    data: { outcome, ...deal, applied: true, ...creditOf(lead, who), ...lateBy },
  };
  return { lead: afterOutcome(lead, outcome, now), facts: [...facts, recorded] };
};

/** The owner gives the lead back to nurture: it is no lead for sales now, and may be one later. */
export const recycleLead = (lead: Lead, why: string, now: Instant): Decision => {
  if (!isOwned(lead)) return { lead, facts: [] };
  const { facts, lateBy } = settleLateness(lead, now);
  const recycled: Fact = { type: 'LeadRecycled', data: { why, rep: lead.owner.rep, ...lateBy } };
  return { lead: endLead(lead, 'recycled', now), facts: [...facts, recycled] };
};
