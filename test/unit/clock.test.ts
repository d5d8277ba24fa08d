import { describe, expect, it } from 'vitest';
import { advance, advanceLead, breachClause } from '../../shared/domain/clock/advance.ts';
import { releaseFromFormerRep } from '../../shared/domain/clock/release-from-former-rep.ts';
import { runClause } from '../../shared/domain/clock/run-clause.ts';
import type { OwnedLead } from '../../shared/domain/lead/lead.ts';
import { createRules } from '../../shared/domain/rules.ts';
import { clause, DAY, HOUR, MINUTE, rep, smallAgreement, weekdays } from '../support/agreement/small-agreement.ts';
import { noticeTo, ownedLead, running } from '../support/scenario/owned-lead.ts';
import { NOON, nurtureLead, qualifiedLead } from '../support/store/store-samples.ts';

const minute = (minutes: number): number => NOON + minutes * MINUTE;
const withAlert = (state: 'pending' | 'met', dueAfter: number): OwnedLead['qualification'] => ({
  ...ownedLead().qualification,
  alert: { dueAt: minute(dueAfter), state },
});

describe('a clause that starts', () => {
  const steps = [
    [15, 'remind'],
    [20, 'tell-manager'],
    [30, 'reassign'],
    [45, 'recycle'],
  ] as const;
  const start = (parts: Partial<Parameters<typeof runClause>[2]>, clock: 'working' | 'wall' = 'working') =>
    runClause('accept', clause(60, steps, clock), { schedule: rep('ana').schedule, asManager: false, ...parts }, NOON);

  it('has its instants from then on', () => {
    expect(start({})).toEqual(running('accept', 60, steps));
  });

  it('counts the hours of its owner, unless it is by the wall clock', () => {
    const schedule = weekdays(14, 18);
    expect(start({ schedule }).dueAt).toBe(minute(180));
    expect(start({ schedule }).steps[0]?.at).toBe(minute(135));
    expect(start({ schedule }, 'wall')).toEqual(running('accept', 60, steps));
  });

  it('is by the wall clock for an owner who is never at work', () => {
    expect(start({ schedule: weekdays(9, 9) })).toEqual(running('accept', 60, steps));
  });

  it('is by the wall clock for a manager who cannot act, who is told of its end', () => {
    const mia = rep('mia', { schedule: weekdays(14, 18) });
    const told = start({ schedule: mia.schedule, asManager: true, byWallClock: true });
    expect(told.dueAt).toBe(minute(60));
    expect(told.steps.map(({ at }) => at)).toEqual([15, 20, 30, 45, 60].map(minute));
    expect(told.steps.at(-1)?.do).toBe('remind');
    const once = runClause(
      'accept',
      clause(30, [[30, 'reassign']]),
      { schedule: mia.schedule, asManager: true, byWallClock: true },
      NOON,
    );
    expect(once.steps).toEqual([{ at: minute(30), do: 'remind' }]);
  });

  it('reminds a manager where it would ask for the manager or for another rep', () => {
    expect(start({ asManager: true }).steps.map((step) => step.do)).toEqual(['remind', 'remind', 'remind', 'recycle']);
  });
});

describe('a clock that fires', () => {
  it('does nothing to a lead of which nothing is promised', () => {
    for (const lead of [nurtureLead('jane'), ownedLead()])
      expect(advance(lead, minute(1))).toEqual({ lead, facts: [] });
  });

  it('breaks our own promise once its time has come, whoever has the lead by then', () => {
    const lead = { ...qualifiedLead('jane', minute(1)), attempt: 2, qualification: withAlert('pending', 60) };
    expect(advance(lead, minute(60) - 1).facts).toEqual([]);
    const { lead: after, facts } = advance(lead, minute(60));
    expect(facts).toEqual([
      { type: 'SlaBreached', data: { clause: 'alert', party: 'us', dueAt: '2026-11-02T13:00:00.000Z', attempt: 2 } },
    ]);
    expect(after).toEqual({
      ...lead,
      qualification: { ...lead.qualification, alert: { dueAt: minute(60), state: 'breached' } },
    });
  });

  it('breaks the promise of the rep once, before a step that is due at the same instant', () => {
    const lead = ownedLead({ clause: running('accept', 30, [[30, 'remind']]) });
    const { lead: after, facts } = advance(lead, minute(30));
    expect(facts).toEqual([
      {
        type: 'SlaBreached',
        data: { clause: 'accept', party: 'sales', dueAt: '2026-11-02T12:30:00.000Z', attempt: 1, rep: 'ana' },
      },
      { type: 'LeadEscalated', data: { clause: 'accept', step: 'remind', attempt: 1, rep: 'ana' } },
    ]);
    expect(after).toMatchObject({ clause: { breached: true, steps: [] } });
    expect(breachClause({ ...lead, clause: { ...running('accept', 30), breached: true } }).facts).toEqual([]);
    expect(breachClause(ownedLead())).toEqual({ lead: ownedLead(), facts: [] });
  });

  it('breaks our promise before that of the rep, where both are due', () => {
    const lead = ownedLead({ qualification: withAlert('pending', 30), clause: running('accept', 30) });
    expect(advance(lead, minute(30)).facts.map((fact) => fact.type === 'SlaBreached' && fact.data.party)).toEqual([
      'us',
      'sales',
    ]);
  });

  it('does what is due in its order, and leaves what is not', () => {
    const lead = ownedLead({
      qualification: withAlert('pending', 25),
      clause: running('accept', 30, [
        [15, 'remind'],
        [20, 'tell-manager'],
        [60, 'reassign'],
      ]),
    });
    const { lead: after, facts } = advance(lead, minute(30));
    expect(facts.map(({ type }) => type)).toEqual(['LeadEscalated', 'LeadEscalated', 'SlaBreached', 'SlaBreached']);
    expect(after).toMatchObject({ clause: { steps: [{ at: minute(60), do: 'reassign' }] } });
  });

  it('puts the recheck of an owned lead a day on when that is due', () => {
    const lead = ownedLead({ lookAt: minute(10) });
    expect(advance(lead, minute(10) - 1).lead).toBe(lead);
    expect(advance(lead, minute(10))).toEqual({ lead: { ...lead, lookAt: minute(10) + DAY }, facts: [] });
  });
});

describe('a step of a clause', () => {
  const reminder = noticeTo('ana', 'remind', { sequence: 2 });
  const taken = (step: 'remind' | 'tell-manager' | 'reassign' | 'recycle', parts: Partial<OwnedLead> = {}) =>
    advance(ownedLead({ notices: [reminder], clause: running('accept', 30, [[15, step]]), ...parts }), minute(15));

  it('reminds the owner, besides what they are owed already', () => {
    expect(taken('remind').lead.notices).toEqual([
      reminder,
      noticeTo('ana', 'remind', { sequence: 5, at: minute(15) }),
    ]);
  });

  it('asks the manager for help, if the owner has one', () => {
    expect(taken('tell-manager').lead.notices).toEqual([
      reminder,
      noticeTo('mia', 'tell-manager', { sequence: 5, at: minute(15) }),
    ]);
    const { manager: _, ...owner } = ownedLead().owner;
    const without = taken('tell-manager', { owner });
    expect(without.lead.notices).toEqual([reminder]);
    expect(without.facts).toHaveLength(1);
  });

  it('takes the lead away for another owner', () => {
    const { lead, facts } = taken('reassign');
    expect(facts).toEqual([
      { type: 'LeadEscalated', data: { clause: 'accept', step: 'reassign', attempt: 1, rep: 'ana' } },
    ]);
    expect(lead).toMatchObject({
      stage: 'qualified',
      lookAt: minute(16),
      previous: { why: 'silent', owed: [reminder] },
    });
  });

  it('gives the lead back to marketing', () => {
    const { lead, facts } = taken('recycle');
    expect(facts.at(-1)).toEqual({ type: 'LeadRecycled', data: { why: 'accept ran out' } });
    expect(lead).toMatchObject({ stage: 'ended', end: 'recycled', endedAt: minute(15), notices: [] });
  });
});

describe('a rep who has left the agreement', () => {
  const rules = createRules(smallAgreement());

  it('loses a lead before anything else is due of them', () => {
    const lead = ownedLead({
      owner: { ...ownedLead().owner, rep: 'zoe' },
      clause: running('contact', 30, [[15, 'remind']]),
    });
    expect(advanceLead(lead, rules, minute(15))).toEqual(releaseFromFormerRep(lead, minute(15)));
    expect(advanceLead(ownedLead(), rules, minute(15)).facts).toEqual([]);
    expect(advanceLead(nurtureLead('jane'), rules, minute(15)).facts).toEqual([]);
  });

  it('has not kept the clause that runs, or the one of the stage where none does', () => {
    const clauseOf = (lead: OwnedLead) =>
      releaseFromFormerRep(lead, minute(15)).facts.map((fact) => fact.type === 'LeadEscalated' && fact.data);
    const data = (name: string) => [{ clause: name, step: 'reassign', attempt: 1, rep: 'ana' }];
    expect(clauseOf(ownedLead({ clause: running('verdict', HOUR) }))).toEqual(data('verdict'));
    expect(clauseOf(ownedLead())).toEqual(data('accept'));
    expect(clauseOf(ownedLead({}, 'accepted'))).toEqual(data('contact'));
  });

  it('is remembered as the one who left', () => {
    expect(releaseFromFormerRep(ownedLead(), minute(15)).lead).toMatchObject({ previous: { why: 'left' } });
  });
});
