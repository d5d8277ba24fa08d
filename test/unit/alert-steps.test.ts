import { describe, expect, it } from 'vitest';
import { advance, advanceLead } from '../../shared/domain/clock/advance.ts';
import { clockDue, nextInstant } from '../../shared/domain/clock/next-recheck.ts';
import { firstOfAlert, startAlert } from '../../shared/domain/clock/run-alert.ts';
import type { RunningAlert, StageOf } from '../../shared/domain/lead/lead.ts';
import { returnToRouting } from '../../shared/domain/lead/leave-owner.ts';
import { createRules } from '../../shared/domain/rules.ts';
import { HOUR, MINUTE, rep, smallAgreement, territory, withoutManager } from '../support/agreement/small-agreement.ts';
import { ownedLead } from '../support/scenario/owned-lead.ts';
import { NOON, waitingLead } from '../support/store/store-samples.ts';

const minute = (minutes: number): number => NOON + minutes * MINUTE;

const ALERT: RunningAlert = {
  dueAt: minute(60),
  state: 'pending',
  steps: [
    { at: minute(20), do: 'tell-manager' },
    { at: minute(40), do: 'assign-manager' },
  ],
};

const waiting = (alert = ALERT): StageOf<'waiting'> => {
  const lead = waitingLead('jane', 'Everywhere', NOON);
  return { ...lead, daily: true, lookAt: minute(1_440), qualification: { ...lead.qualification, alert } };
};
const owned = (alert = ALERT) => ownedLead({ qualification: { ...ownedLead().qualification, alert } });

const escalated = (step: string) => ({ type: 'LeadEscalated', data: { clause: 'alert', step, attempt: 0 } });

describe('our own clause', () => {
  it('has all its instants when it starts, and asks for something at the first of them', () => {
    const steps = [{ atMs: 20 * MINUTE, do: 'tell-manager' as const }];
    expect(startAlert({ withinMs: HOUR, steps }, NOON)).toEqual({
      dueAt: minute(60),
      state: 'pending',
      steps: [{ at: minute(20), do: 'tell-manager' }],
    });
    expect(firstOfAlert(ALERT)).toBe(minute(20));
    expect(startAlert({ withinMs: HOUR, steps: [] }, NOON)).toEqual({ dueAt: minute(60), state: 'pending' });
    expect(firstOfAlert({ dueAt: minute(10), state: 'pending', steps: ALERT.steps ?? [] })).toBe(minute(10));
  });
});

describe('a step of our own clause', () => {
  it('is due while nobody owns the lead, whether somebody was alerted before or not', () => {
    expect(nextInstant(waiting())).toBe(minute(20));
    expect(nextInstant(waiting({ ...ALERT, state: 'met' }))).toBe(minute(20));
    expect(nextInstant(owned())).toBe(minute(60));
    expect(advance(owned({ ...ALERT, state: 'met' }), minute(50)).facts).toEqual([]);
  });

  it('owes the manager a message, and is taken once', () => {
    const { lead, facts } = advance(waiting(), minute(20), () => 'mia');
    expect(facts).toEqual([escalated('tell-manager')]);
    expect(lead.notices).toEqual([
      { sequence: 1, purpose: 'tell-manager', rep: 'mia', attempt: 0, at: minute(20), deliveries: [] },
    ]);
    expect(nextInstant(lead)).toBe(minute(40));
    expect(advance(lead, minute(20), () => 'mia')).toEqual({ lead, facts: [] });
  });

  it('marks the lead for a manager, and has it looked after within a minute', () => {
    const { lead, facts } = advance(
      waiting({ ...ALERT, steps: [{ at: minute(40), do: 'assign-manager' }] }),
      minute(40),
    );
    expect(facts).toEqual([escalated('assign-manager')]);
    expect(lead).toMatchObject({ stage: 'waiting', forManager: true, lookAt: minute(41), daily: false });
    expect(nextInstant(lead)).toBe(minute(60));
  });

  it('comes after the breach of the same instant', () => {
    const { facts } = advance(waiting({ ...ALERT, dueAt: minute(20) }), minute(20));
    expect(facts.map(({ type }) => type)).toEqual(['SlaBreached', 'LeadEscalated']);
  });

  it('is passed over once its time came while somebody owned the lead', () => {
    const stepsAt = (at: number) => returnToRouting(owned(), 'rejected', at).qualification.alert.steps;
    expect(stepsAt(minute(20) - 1)).toEqual(ALERT.steps);
    expect(stepsAt(minute(20))).toEqual(ALERT.steps?.slice(1));
    expect(stepsAt(minute(40))).toBeUndefined();
  });

  it('keeps the clock of the alert going while somebody owns the lead, who may give it back', () => {
    const alert = { clause: 'alert', attempt: 0 } as const;
    const met = owned({ ...ALERT, state: 'met' });
    expect(clockDue(met, alert, NOON)).toBe(minute(20));
    expect(clockDue(met, alert, minute(20))).toBe(minute(40));
    expect(clockDue(met, alert, minute(40))).toBeUndefined();
    expect(clockDue(waiting(), alert, minute(30))).toBe(minute(20));
  });

  it("tells the territory's manager, else the manager of the first of its team who has one", () => {
    const told = (manager: { manager?: string }) => {
      const agreement = smallAgreement({
        reps: [withoutManager(rep('ana')), rep('ben'), withoutManager(rep('mia')), withoutManager(rep('leo'))],
        territories: [territory('Everywhere', ['ana', 'ben'], manager)],
      });
      return advanceLead(waiting(), createRules(agreement), minute(20)).lead.notices.map((notice) => notice.rep);
    };
    expect(told({ manager: 'leo' })).toEqual(['leo']);
    expect(told({})).toEqual(['mia']);
  });
});
