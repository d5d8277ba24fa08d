import type { Agreement, Rep, Territory } from '../agreement/agreement.ts';
import { firstInstant, startClause } from '../clock/run-clause.ts';
import { settleOverdue } from '../clock/settle-overdue.ts';
import type { Decision } from '../lead/decision.ts';
import type { DecisionRecord } from '../lead/decision-record.ts';
import type { Fact } from '../lead/facts.ts';
import { isOwned, type LiveLead, type Owner } from '../lead/lead.ts';
import { baseAfter, withoutActionable } from '../lead/leave-owner.ts';
import type { Notice } from '../lead/notice.ts';
import type { Rules } from '../rules.ts';
import { matchedFields } from '../territory/match-territory.ts';
import { DAY_MS } from '../time/durations.ts';
import { type Instant, toIso } from '../time/instant.ts';
import { localDate } from '../time/zone.ts';
import type { DecidedByPeople } from '../vocabulary/decided-by.ts';
import { priceOf } from './price-of.ts';
import { accountDomain } from './routing-state.ts';

/** Whom people made the owner of a lead, whatever the rules of routing say. */
export interface Taking {
  readonly rep: Rep;
  readonly by: DecidedByPeople;
  /** When it happened, as whoever tells it says; never later than now. */
  readonly saidAt: Instant;
  /** Who changed the owner, where that is told. */
  readonly changedBy?: string;
}

const recordOf = (lead: LiveLead, taking: Taking, territory: Territory | undefined, hash: string): DecisionRecord => ({
  by: taking.by,
  ...(taking.changedBy === undefined ? {} : { changedBy: taking.changedBy }),
  matched: territory === undefined ? [] : matchedFields(territory.when, lead.fields),
  reps: [],
  others: {},
  agreement: hash,
});

/** As any owner, charged in the ledger of the lead's territory; where no territory takes the lead, in none. */
const ownerOf = (
  lead: LiveLead,
  { rep, by, saidAt }: Taking,
  {
    territory,
    rules,
    now,
  }: { readonly territory: Territory | undefined; readonly rules: Rules; readonly now: Instant },
): Owner => {
  const account = accountDomain(lead, rules.agreement);
  const member = territory?.team.find((one) => one.rep === rep.id) ?? { rep: rep.id, weight: 1 };
  return {
    rep: rep.id,
    attempt: lead.attempt + 1,
    at: now,
    saidAt,
    by,
    territory: territory?.name ?? '',
    ...(rep.manager === undefined ? {} : { manager: rep.manager }),
    ...(account === undefined ? {} : { account }),
    ...(territory === undefined ? {} : { charge: priceOf(lead.qualification, territory, member) }),
  };
};

/** Whoever had the lead and has not given it back: its owner, or the one from whom the clock took it. */
const loserOf = (lead: LiveLead): Owner | undefined => {
  if (isOwned(lead)) return lead.owner;
  return lead.previous?.why === 'silent' ? lead.previous.owner : undefined;
};

/** The new owner is alerted; whoever loses the lead by this hears of it, if still there to hear. */
const noticesOf = (lead: LiveLead, owner: Owner, sequence: number, { reps }: Agreement): readonly Notice[] => {
  const notice = { sequence, at: owner.at, deliveries: [] };
  const alert: Notice = { purpose: 'alert', rep: owner.rep, attempt: owner.attempt, ...notice };
  const isOver = ({ purpose, rep }: Notice): boolean => purpose === 'taken-away' && rep === owner.rep;
  const owed = [...withoutActionable(lead.notices).filter((one) => !isOver(one)), alert];
  const loser = loserOf(lead);
  if (loser === undefined || loser.rep === owner.rep || reps[loser.rep] === undefined) return owed;
  return [...owed, { purpose: 'taken-away', rep: loser.rep, attempt: loser.attempt, taker: owner.rep, ...notice }];
};

/**
 * Makes somebody the owner because people have decided so: outside of turns, hours and capacity, but charged and
 * counted as any other. A lead without an owner is assigned; one that has an owner stays in its stage. The clause
 * of the stage starts anew, after what the owner before has missed is told.
 */
export const takeLead = (lead: LiveLead, taking: Taking, rules: Rules, now: Instant): Decision => {
  const { lead: settled, facts: missed } = settleOverdue(lead, now);
  const territory = rules.territoryOf(settled.fields);
  const owner = ownerOf(settled, taking, { territory, rules, now });
  const stage = isOwned(settled) ? settled.stage : 'assigned';
  const clause = startClause({ stage }, rules.agreement.sla, { schedule: taking.rep.schedule, asManager: false }, now);
  const { rep, attempt } = owner;
  const assigned: Fact = {
    type: 'LeadAssigned',
    data: {
      rep,
      territory: owner.territory,
      attempt,
      ...(isOwned(settled) ? { from: settled.owner.rep } : {}),
      decision: recordOf(settled, taking, territory, rules.agreement.hash),
    },
  };
  const clock: readonly Fact[] =
    clause === undefined
      ? []
      : [{ type: 'ClockStarted', data: { clause: clause.name, attempt, dueAt: toIso(firstInstant(clause)) } }];
  return {
    lead: {
      stage,
      ...baseAfter(settled, now),
      pastOwners: [...settled.pastOwners.filter((past) => past !== rep), rep],
      attempt,
      notices: noticesOf(settled, owner, settled.sequence + missed.length + 1, rules.agreement),
      qualification: settled.qualification,
      owner,
      lookAt: now + DAY_MS,
      ...(clause === undefined ? {} : { clause }),
    },
    facts: [...missed, assigned, ...clock],
    effects: [
      {
        effect: 'owner-taken',
        leadId: lead.id,
        owner,
        day: localDate(taking.rep.schedule.zone, now),
        isUnanswered: stage === 'assigned',
      },
    ],
  };
};
