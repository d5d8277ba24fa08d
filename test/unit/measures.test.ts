import { describe, expect, it } from 'vitest';
import type { Fact } from '../../shared/domain/lead/facts.ts';
import { periodOf, weeksOf } from '../../shared/domain/measures/period.ts';
import { readCycles } from '../../shared/domain/measures/read-cycles.ts';
import { toIso } from '../../shared/domain/time/instant.ts';
import { UTC } from '../../shared/domain/time/zone.ts';
import { MINUTE, smallAgreement } from '../support/agreement/small-agreement.ts';
import { NOON } from '../support/store/store-samples.ts';

const { sla } = smallAgreement();
const at = (minute: number): number => NOON + minute * MINUTE;

type Told = readonly [minute: number, fact: Fact];
const cyclesOf = (...facts: readonly Told[]) =>
  readCycles(
    'lead',
    facts.map(([minute, fact]) => ({ at: at(minute), fact })),
    sla,
  );

const scored: Fact = { type: 'LeadScored', data: { score: 60, fit: 0, behaviour: 60, grade: 'hot', reasons: [] } };
const qualified: Fact = { type: 'LeadQualified', data: { score: 60, reasons: [] } };
const clock = (clause: 'alert' | 'accept' | 'contact', attempt: number, minute: number): Fact => ({
  type: 'ClockStarted',
  data: { clause, attempt, dueAt: toIso(at(minute)) },
});
const assigned = (rep: string, attempt: number, by: 'share' | 'manager' = 'share'): Fact => ({
  type: 'LeadAssigned',
  data: { rep, territory: 'North', attempt, decision: { by, matched: [], reps: [], others: {}, agreement: 'small' } },
});
const breached = (clause: 'alert' | 'accept', minute: number, attempt: number): Fact => ({
  type: 'SlaBreached',
  data: { clause, party: clause === 'alert' ? 'us' : 'sales', dueAt: toIso(at(minute)), attempt },
});
const rejected = (action: 'reassign' | 'recycle'): Fact => ({
  type: 'LeadRejected',
  data: { rep: 'ana', reason: 'no', attempt: 1, action },
});
const outcome = (of: 'won' | 'lost' | 'sales-qualified', applied = true): Fact => ({
  type: 'OutcomeRecorded',
  data: { outcome: of, applied, rep: 'ana' },
});
const accepted: Fact = { type: 'LeadAccepted', data: { rep: 'ana', attempt: 1 } };
const START: readonly Told[] = [
  [0, scored],
  [0, qualified],
  [0, clock('alert', 0, 60)],
  [0, assigned('ana', 1)],
  [0, clock('accept', 1, 30)],
];

/** `clause state minute`, of each promise. */
const promises = (...facts: readonly Told[]) =>
  cyclesOf(...facts).flatMap((cycle) =>
    cycle.promises.map((one) => `${one.clause} ${one.state} ${(one.at - NOON) / MINUTE}${one.metAt ? ' late' : ''}`),
  );

describe('a promise', () => {
  it('is kept by an answer in time, also by a rejection, which keeps our alert too', () => {
    expect(promises(...START, [10, accepted])).toEqual(['alert kept 10', 'accept kept 10']);
    expect(promises(...START, [10, rejected('reassign')])).toEqual(['alert kept 10', 'accept kept 10']);
  });

  it('is broken at its deadline, and late where it is met after it', () => {
    const late = [...START, [30, breached('accept', 30, 1)] as const];
    expect(promises(...late)).toContain('accept broken 30');
    expect(promises(...late, [45, accepted])).toContain('accept broken 30 late');
  });

  it('is void where something else ends it before its deadline, and kept by an outcome that is applied', () => {
    const taken: Fact = { type: 'LeadAssigned', data: { ...assignedTo('ben', 2), from: 'ana' } };
    expect(promises(...START, [10, taken])).toContain('accept void 10');
    expect(promises(...START, [10, outcome('sales-qualified')])).toEqual(['alert kept 10', 'accept kept 10']);
    expect(promises(...START, [10, { type: 'LeadRecycled', data: { why: 'by a step' } }])).toContain('accept void 10');
  });

  it('of contact is kept by a contact before anybody accepted', () => {
    const contacted: Fact = { type: 'ContactRecorded', data: { applied: true, rep: 'ana' } };
    expect(promises(...START, [10, accepted], [10, contacted])).toContain('contact kept 10');
  });
});

const assignedTo = (rep: string, attempt: number) => {
  const fact = assigned(rep, attempt);
  if (fact.type !== 'LeadAssigned') throw new Error('not an assignment');
  return fact.data;
};

describe('a cycle', () => {
  it('does not end with sales-qualified, and what is won after a recycle belongs to the one that was recycled', () => {
    const recycled: Fact = { type: 'LeadRecycled', data: { why: 'not now', rep: 'ana' } };
    expect(cyclesOf(...START, [10, outcome('sales-qualified')], [20, scored])).toHaveLength(1);
    const [first, second] = cyclesOf(...START, [10, recycled], [20, outcome('won')], [30, scored]);
    expect(first).toMatchObject({ recycled: { at: at(10) }, won: { at: at(20) }, end: { at: at(20), how: 'won' } });
    expect(second).toMatchObject({ openedAt: at(30) });
  });

  it('knows an outcome that is told again from one that contradicts and one after another end', () => {
    const why = (...facts: readonly Told[]) =>
      cyclesOf(...START, ...facts)
        .at(-1)
        ?.unapplied.map((one) => one.why);
    expect(why([10, outcome('won')], [11, outcome('won', false)], [12, outcome('lost', false)])).toEqual([
      'repeated',
      'contradictory',
    ]);
    const closed: Fact = { type: 'LeadRejected', data: { rep: 'ana', reason: 'no', attempt: 1, action: 'close' } };
    expect(why([10, closed], [11, outcome('won', false)])).toEqual(['afterEnd']);
  });

  it('counts as accepted once a manager has it', () => {
    expect(cyclesOf([0, scored], [0, qualified], [5, assigned('mia', 1, 'manager')])[0]).toMatchObject({
      accepted: { at: at(5), rep: 'mia' },
    });
  });

  it('has the touches that occurred before it qualified and after the one before ended', () => {
    const touch = (minute: number, value: string) => ({
      kind: 'content' as const,
      value,
      occurredAt: toIso(at(minute)),
    });
    const late: Fact = {
      type: 'LeadTouched',
      data: { touches: [touch(-5, 'early'), touch(7, 'after'), touch(25, 'next')] },
    };
    const [first, second] = cyclesOf(
      ...START,
      [10, rejected('recycle')],
      [10, { type: 'LeadRecycled', data: { why: 'no' } }],
      [40, late],
      [40, scored],
    );
    expect(first?.touches.map(({ value }) => value)).toEqual(['early']);
    expect(second?.touches.map(({ value }) => value)).toEqual(['next']);
  });
});

describe('a week', () => {
  it('is whole only if all of it lies in the period and has been', () => {
    const day = (date: string) => Date.parse(date) / 86_400_000;
    const period = periodOf({
      from: day('2026-11-15'),
      to: day('2026-11-29'),
      zone: UTC,
      asOf: Date.parse('2026-11-24T00:00:00Z'),
    });
    expect(weeksOf(period).map(({ name, isWhole }) => `${name} ${isWhole}`)).toEqual([
      '2026-W46 false',
      '2026-W47 true',
      '2026-W48 false',
    ]);
  });
});
