import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance } from '../../shared/domain/clock/advance.ts';
import { nextInstant, nextRecheck } from '../../shared/domain/clock/next-recheck.ts';
import type { Fact } from '../../shared/domain/lead/facts.ts';
import { isLive, isOwned, type Lead, type Owned, type RunningClause } from '../../shared/domain/lead/lead.ts';
import type { OwnerStep } from '../../shared/domain/vocabulary/steps.ts';
import { DAY, MINUTE } from '../support/agreement/small-agreement.ts';
import { leads } from '../support/scenario/arbitraries.ts';
import { problemsOfStep } from '../support/scenario/invariants.ts';
import { NOON, nurtureLead } from '../support/store/store-samples.ts';

const minutes = fc.nat({ max: 300 }).map((minute) => NOON + minute * MINUTE);

/** In order; what takes the lead away comes last, as the agreement is checked for. */
const steps: fc.Arbitrary<RunningClause['steps']> = fc
  .tuple(
    fc.array(fc.tuple(minutes, fc.constantFrom<OwnerStep>('remind', 'tell-manager')), { maxLength: 5 }),
    fc.option(fc.constantFrom<OwnerStep>('reassign', 'recycle'), { nil: undefined }),
    minutes,
  )
  .map(([calls, last, at]) => {
    const all = calls.map(([when, step]) => ({ at: when, do: step })).sort((a, b) => a.at - b.at);
    return last === undefined ? all : [...all, { at: Math.max(at, all.at(-1)?.at ?? 0), do: last }];
  });

const clauses: fc.Arbitrary<RunningClause> = fc.record({
  name: fc.constantFrom('accept', 'contact', 'verdict'),
  dueAt: minutes,
  breached: fc.constant(false),
  steps,
});

const alerts = fc.record({ dueAt: minutes, state: fc.constantFrom('pending' as const, 'met' as const) });

const owned: fc.Arbitrary<Lead> = fc
  .tuple(
    fc.constantFrom<Owned['stage']>('assigned', 'accepted', 'contacted'),
    fc.option(clauses, { nil: undefined, freq: 10 }),
    alerts,
    fc.boolean(),
  )
  .map(([stage, clause, alert, managed]) => ({
    ...nurtureLead('lead'),
    stage,
    attempt: 1,
    pastOwners: ['ana'],
    sequence: 4,
    qualification: { at: NOON, score: 60, reasons: [], alert },
    owner: {
      rep: 'ana',
      attempt: 1,
      at: NOON,
      by: 'share',
      territory: 'Everywhere',
      ...(managed ? { manager: 'mia' } : {}),
    },
    lookAt: NOON + DAY,
    ...(clause === undefined ? {} : { clause }),
  }));

interface Run {
  readonly lead: Lead;
  readonly facts: readonly Fact[];
}

/** Fires a clock at each of the instants, in order, saving between. */
const fire = (lead: Lead, instants: readonly number[]): Run =>
  instants
    .toSorted((a, b) => a - b)
    .reduce<Run>(
      (run, now) => {
        const { lead: after, facts } = advance(run.lead, now);
        const saved = { ...after, sequence: run.lead.sequence + facts.length };
        expect(problemsOfStep(run.lead, saved, facts.length)).toEqual([]);
        return { lead: saved, facts: [...run.facts, ...facts] };
      },
      { lead, facts: [] },
    );

/** Fires a clock exactly when the lead says that something is due. */
const fireWhenDue = (lead: Lead, until: number): Run => {
  let run: Run = { lead, facts: [] };
  for (let at = nextInstant(lead); at <= until; at = nextInstant(run.lead)) {
    const next = fire(run.lead, [at]);
    expect(next.facts.length, 'a clock that is due does something').toBeGreaterThan(0);
    run = { lead: next.lead, facts: [...run.facts, ...next.facts] };
  }
  return run;
};

const LAST = NOON + 301 * MINUTE;

describe('a clock', { timeout: 60_000 }, () => {
  it('that fires again at the same instant finds nothing to do', () => {
    fc.assert(
      fc.property(fc.oneof(owned, leads), minutes, (lead, now) => {
        const once = advance(lead, now);
        const again = advance(once.lead, now);
        expect(again.facts).toEqual([]);
        expect(again.lead).toBe(once.lead);
      }),
      { numRuns: 500 },
    );
  });

  it('ends: whatever the lead, nothing of its clauses is left after the last instant', () => {
    fc.assert(
      fc.property(fc.oneof(owned, leads), (lead) => {
        const { lead: after } = advance(lead, Number.MAX_SAFE_INTEGER / 2);
        expect(nextInstant(after)).toBe(Number.POSITIVE_INFINITY);
      }),
      { numRuns: 500 },
    );
  });

  it('that fires at any instants gives the facts of one that fires when something is due', () => {
    fc.assert(
      fc.property(owned, fc.array(minutes, { maxLength: 12 }), (lead, instants) => {
        const any = fire(lead, [...instants, LAST]);
        const due = fireWhenDue(lead, LAST);
        expect(any.facts).toEqual(due.facts);
        expect(any.lead.stage).toBe(due.lead.stage);
        expect(any.lead.notices.map(({ at: _, ...notice }) => notice)).toEqual(
          due.lead.notices.map(({ at: _, ...notice }) => notice),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('does nothing before its time', () => {
    fc.assert(
      fc.property(owned, (lead) => {
        const due = nextInstant(lead);
        fc.pre(due !== Number.POSITIVE_INFINITY);
        expect(advance(lead, due - 1)).toEqual({ lead, facts: [] });
      }),
    );
  });

  it('takes each step once, breaches each clause once, and in the order of their instants', () => {
    fc.assert(
      fc.property(owned, (lead) => {
        const { facts } = fireWhenDue(lead, LAST);
        const clause = isOwned(lead) ? lead.clause : undefined;
        const alert = isLive(lead) ? lead.qualification.alert : undefined;
        const escalated = facts.flatMap((fact) => (fact.type === 'LeadEscalated' ? [fact.data.step] : []));
        expect(escalated).toEqual(clause?.steps.map((step) => step.do) ?? []);
        const breached = facts.flatMap((fact) => (fact.type === 'SlaBreached' ? [fact.data.clause] : []));
        const end = clause?.steps.find((step) => step.do === 'reassign' || step.do === 'recycle');
        const broken = clause !== undefined && (end === undefined || clause.dueAt <= end.at);
        const late = alert?.state === 'pending' && !(end?.do === 'recycle' && end.at < alert.dueAt);
        expect(breached.toSorted()).toEqual([...(late ? ['alert'] : []), ...(broken ? [clause.name] : [])].toSorted());
      }),
      { numRuns: 1_000 },
    );
  });

  it('owes each message to a fact that asked for it', () => {
    fc.assert(
      fc.property(owned, (lead) => {
        const { lead: after, facts } = fire(lead, [LAST]);
        for (const { sequence, purpose } of after.notices) {
          const fact = facts[sequence - lead.sequence - 1];
          expect(fact?.type === 'LeadEscalated' && fact.data.step).toBe(purpose);
        }
      }),
    );
  });
});

describe('the next look', { timeout: 60_000 }, () => {
  it('is set for every live lead', () => {
    fc.assert(
      fc.property(leads, (lead) => {
        expect(nextRecheck(lead) !== undefined || !isLive(lead)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is never later than a day away for an owned lead, and after now once a clock has looked', () => {
    fc.assert(
      fc.property(owned, fc.nat({ max: 3_000 }), (lead, minute) => {
        const now = NOON + minute * MINUTE;
        const { lead: after } = advance(lead, now);
        const withoutMessages = { ...after, notices: [] };
        const look = nextRecheck(withoutMessages);
        expect(look === undefined || look.at > now || !isOwned(after)).toBe(true);
        if (isOwned(after)) expect(look?.at).toBeLessThanOrEqual(Math.max(now, NOON) + DAY);
      }),
      { numRuns: 500 },
    );
  });
});
