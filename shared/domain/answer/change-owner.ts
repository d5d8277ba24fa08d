import type { Rep } from '../agreement/agreement.ts';
import type { Decision } from '../lead/decision.ts';
import type { Fact } from '../lead/facts.ts';
import { isLive, isOwned, type Lead, ownsFrom, type StageOf } from '../lead/lead.ts';
import { baseOf } from '../lead/leave-owner.ts';
import { takeLead } from '../routing/take-lead.ts';
import type { Rules } from '../rules.ts';
import { nextCycle } from '../scoring/next-cycle.ts';
import { scoreLead } from '../scoring/score.ts';
import { type Instant, toIso } from '../time/instant.ts';
import type { End } from '../vocabulary/outcomes.ts';

/** Somebody outside has made a rep the owner. */
export interface OwnerChange {
  readonly rep: Rep;
  /** Who did, where that is told. */
  readonly changedBy?: string;
  readonly occurredAt: Instant;
}

/** Since when what is known of the lead's owner holds: what occurred before has been overtaken. */
const knownSince = (lead: Lead): Instant => {
  if (isOwned(lead)) return ownsFrom(lead.owner);
  if (lead.stage === 'ended') return lead.endedAt;
  if (lead.stage === 'sales-qualified') return lead.salesQualifiedAt;
  const previous = isLive(lead) ? lead.previous : undefined;
  return previous === undefined ? lead.cycleFrom : (previous.lostAt ?? previous.owner.at);
};

/** Ends after which a lead is with marketing, as one in nurture is. Any other end is sales' own, and nothing is left to work on. */
const BACK_WITH_MARKETING: readonly End[] = ['recycled', 'returned'];

type Unqualified = StageOf<'nurture'> | StageOf<'ended'>;

const isWithMarketing = (lead: Lead): lead is Unqualified =>
  lead.stage === 'nurture' || (lead.stage === 'ended' && BACK_WITH_MARKETING.includes(lead.end));

/** A lead that is given to a rep is qualified by that, whatever its score; our own promise starts as for any other. */
const qualifyByHand = (
  lead: Unqualified,
  rules: Rules,
  now: Instant,
): { readonly lead: StageOf<'qualified'>; readonly facts: readonly Fact[] } => {
  const open = lead.stage === 'ended' ? nextCycle(lead) : lead;
  const { score, reasons } = scoreLead(open, rules, now);
  const dueAt = now + rules.agreement.sla.alert.withinMs;
  return {
    lead: {
      stage: 'qualified',
      ...baseOf(open),
      qualification: { at: now, score, reasons, alert: { dueAt, state: 'pending' } },
      lookAt: now,
    },
    facts: [
      { type: 'LeadQualified', data: { score, reasons, by: 'owner-change' } },
      { type: 'ClockStarted', data: { clause: 'alert', attempt: open.attempt, dueAt: toIso(dueAt) } },
    ],
  };
};

/**
 * LeadOwnerChanged: the lead is the rep's at once. One with marketing is qualified by that. It changes nothing where
 * the rep owns the lead already, where the lead has ended otherwise, and where it occurred before what is known.
 */
export const changeOwner = (lead: Lead, change: OwnerChange, rules: Rules, now: Instant): Decision => {
  const { rep, changedBy, occurredAt } = change;
  const unchanged: Decision = { lead, facts: [] };
  if (isOwned(lead) && lead.owner.rep === rep.id) return unchanged;
  if (occurredAt < knownSince(lead)) return unchanged;
  const qualified = isLive(lead)
    ? { lead, facts: [] }
    : isWithMarketing(lead)
      ? qualifyByHand(lead, rules, now)
      : undefined;
  if (qualified === undefined) return unchanged;
  const { facts } = qualified;
  const taking = {
    rep,
    by: 'owner-change' as const,
    saidAt: Math.min(occurredAt, now),
    ...(changedBy === undefined ? {} : { changedBy }),
  };
  const taken = takeLead({ ...qualified.lead, sequence: lead.sequence + facts.length }, taking, rules, now);
  return { ...taken, facts: [...facts, ...taken.facts] };
};
