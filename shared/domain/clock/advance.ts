import type { Agreement } from '../agreement/agreement.ts';
import { BLANK } from '../lead/blank.ts';
import { CLAUSE_RULES } from '../lead/clause-rules.ts';
import type { Decision } from '../lead/decision.ts';
import type { Fact } from '../lead/facts.ts';
import { isLive, isOwned, type Lead, type LiveLead, type OwnedLead } from '../lead/lead.ts';
import { endLead, returnToRouting } from '../lead/leave-owner.ts';
import type { RepNotice } from '../lead/notice.ts';
import { managerOfTerritory } from '../territory/managers.ts';
import type { TerritoryMatcher } from '../territory/match-territory.ts';
import { DAY_MS } from '../time/durations.ts';
import { type Instant, toIso } from '../time/instant.ts';
import type { OwnerStep } from '../vocabulary/steps.ts';
import { type AlertStepAsked, type ManagerOf, takeAlertStep } from './alert-steps.ts';
import { nextInstant } from './next-recheck.ts';
import { releaseFromFormerRep } from './release-from-former-rep.ts';

/** A lead with a promise that is told as broken. */
interface Broken<L extends Lead> extends Decision {
  readonly lead: L;
}

/** Our own promise, missed: nobody has been alerted by the deadline. */
export const breachAlert = <L extends LiveLead>(lead: L): Broken<L> => ({
  lead: {
    ...lead,
    qualification: { ...lead.qualification, alert: { ...lead.qualification.alert, state: 'breached' } },
  },
  facts: [
    {
      type: 'SlaBreached',
      data: {
        clause: 'alert',
        party: CLAUSE_RULES.alert.party,
        dueAt: toIso(lead.qualification.alert.dueAt),
        attempt: lead.attempt,
      },
    },
  ],
});

/** The rep's promise, missed. Once for each clause and attempt. */
export const breachClause = (lead: OwnedLead): Broken<OwnedLead> =>
  lead.clause === undefined || lead.clause.breached
    ? { lead, facts: [] }
    : {
        lead: { ...lead, clause: { ...lead.clause, breached: true } },
        facts: [
          {
            type: 'SlaBreached',
            data: {
              clause: lead.clause.name,
              party: CLAUSE_RULES[lead.clause.name].party,
              dueAt: toIso(lead.clause.dueAt),
              attempt: lead.owner.attempt,
              rep: lead.owner.rep,
            },
          },
        ],
      };

const takeStep = (lead: OwnedLead, step: OwnerStep, sequence: number, now: Instant): Decision => {
  if (lead.clause === undefined) return { lead, facts: [] };
  const escalated: Fact = {
    type: 'LeadEscalated',
    data: { clause: lead.clause.name, step, attempt: lead.owner.attempt, rep: lead.owner.rep },
  };
  const after: OwnedLead = { ...lead, clause: { ...lead.clause, steps: lead.clause.steps.slice(1) } };
  const owe = (purpose: RepNotice['purpose'], rep: string): OwnedLead => ({
    ...after,
    notices: [...after.notices, { sequence, purpose, rep, attempt: lead.owner.attempt, at: now, deliveries: [] }],
  });
  switch (step) {
    case 'remind':
      return { lead: owe('remind', lead.owner.rep), facts: [escalated] };
    case 'tell-manager':
      return {
        lead: lead.owner.manager === undefined ? after : owe('tell-manager', lead.owner.manager),
        facts: [escalated],
      };
    case 'reassign':
      return { lead: returnToRouting(after, 'silent', now), facts: [escalated] };
    case 'recycle':
      return {
        lead: endLead(after, 'recycled', now),
        facts: [escalated, { type: 'LeadRecycled', data: { why: `${lead.clause.name} ran out` } }],
      };
  }
};

/** The one thing that is due first, at or before `now`: at the same instant a breach comes before a step. */
const advanceOnce = (lead: Lead, { sequence, now, managerOf }: AlertStepAsked): Decision | undefined => {
  const due = nextInstant(lead);
  if (!isLive(lead) || due > now) return undefined;
  if (lead.qualification.alert.state === 'pending' && lead.qualification.alert.dueAt === due) return breachAlert(lead);
  if (!isOwned(lead)) return takeAlertStep(lead, { sequence, now, managerOf });
  if (lead.clause === undefined) return undefined;
  if (!lead.clause.breached && lead.clause.dueAt === due) return breachClause(lead);
  const [step] = lead.clause.steps;
  return step === undefined ? undefined : takeStep(lead, step.do, sequence, now);
};

/**
 * What a clock asks of a lead: everything that its clauses owe up to `now`, in order. What is due is decided from the
 * lead alone, and the agreement only says who its manager is: a timer that fires late, twice or never changes nothing.
 * Idempotent: nothing that is due at `now` is left. It ends, because each round uses up one instant of a finite list.
 */
export const advance = (lead: Lead, now: Instant, managerOf: ManagerOf = () => undefined): Decision => {
  let state = lead;
  const facts: Fact[] = [];
  for (;;) {
    const next = advanceOnce(state, { sequence: lead.sequence + facts.length + 1, now, managerOf });
    if (next === undefined) break;
    state = next.lead;
    facts.push(...next.facts);
  }
  if (isOwned(state) && state.lookAt <= now) return { lead: { ...BLANK, ...state, lookAt: now + DAY_MS }, facts };
  return { lead: state, facts };
};

/** What of the agreement a clock needs. */
export interface ClockRules {
  readonly agreement: Agreement;
  readonly territoryOf: TerritoryMatcher;
}

/**
 * What becomes of a lead when somebody asks what is due. A rep who is no longer in the agreement loses the lead
 * before anything else is due of them.
 */
export const advanceLead = (lead: Lead, { agreement, territoryOf }: ClockRules, now: Instant): Decision => {
  const { reps, sla } = agreement;
  if (isOwned(lead) && reps[lead.owner.rep] === undefined) return releaseFromFormerRep(lead, now);
  const decision = advance(lead, now, ({ fields }) => {
    const territory = territoryOf(fields);
    return territory && managerOfTerritory(territory, agreement);
  });
  const { pauseAfter } = sla;
  const hasLapsed = decision.facts.some((fact) => fact.type === 'LeadEscalated' && fact.data.step === 'reassign');
  if (!isOwned(lead) || pauseAfter === undefined || !hasLapsed) return decision;
  return { ...decision, effects: [{ effect: 'lead-lapsed', rep: lead.owner.rep, at: now, pauseAfter }] };
};
