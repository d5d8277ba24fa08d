import { describe, expect, it } from 'vitest';
import { clockDue, nextInstant, nextRecheck, noticeRecheck } from '../../shared/domain/clock/next-recheck.ts';
import { recheckTargets } from '../../shared/domain/clock/recheck-targets.ts';
import { firstInstant } from '../../shared/domain/clock/run-clause.ts';
import type { Lead, OwnedLead } from '../../shared/domain/lead/lead.ts';
import type { Delivery } from '../../shared/domain/lead/notice.ts';
import { DAY, MINUTE } from '../support/agreement/small-agreement.ts';
import { noticeTo, ownedLead, running } from '../support/scenario/owned-lead.ts';
import { endedLead, NOON, nurtureLead, qualifiedLead, waitingLead } from '../support/store/store-samples.ts';

const NEVER = Number.POSITIVE_INFINITY;
const minute = (minutes: number): number => NOON + minutes * MINUTE;
const alertDue = (dueAfter: number): Pick<OwnedLead, 'qualification'> => ({
  qualification: { at: NOON, score: 60, reasons: [], alert: { dueAt: minute(dueAfter), state: 'pending' } },
});
const CLAUSE = running('accept', 30, [[15, 'remind']]);

describe('the first instant of a clause', () => {
  it('is its first step, or its end where that comes first or there is no step', () => {
    expect(firstInstant(CLAUSE)).toBe(minute(15));
    expect(firstInstant(running('accept', 10, [[15, 'remind']]))).toBe(minute(10));
    expect(firstInstant(running('accept', 30))).toBe(minute(30));
  });
});

describe('the next instant of what is promised', () => {
  it('is the first of our alert, the end of the clause and its next step', () => {
    expect(nextInstant(ownedLead({ clause: CLAUSE }))).toBe(minute(15));
    expect(nextInstant(ownedLead({ ...alertDue(10), clause: CLAUSE }))).toBe(minute(10));
    expect(nextInstant(ownedLead({ ...alertDue(60), clause: running('accept', 30) }))).toBe(minute(30));
  });

  it('is the next step where the clause has been breached', () => {
    expect(nextInstant(ownedLead({ clause: { ...running('accept', 30, [[45, 'remind']]), breached: true } }))).toBe(
      minute(45),
    );
  });

  it('never comes where nothing is promised', () => {
    for (const lead of [ownedLead(), nurtureLead('jane'), endedLead('jane')]) expect(nextInstant(lead)).toBe(NEVER);
    expect(nextInstant({ ...qualifiedLead('jane', NOON) })).toBe(NEVER);
  });
});

describe('the clock of a clause', () => {
  it('wakes for its own clause and attempt alone', () => {
    const lead = ownedLead({ ...alertDue(60), clause: CLAUSE });
    expect(clockDue(lead, { clause: 'accept', attempt: 1 }, NOON)).toBe(minute(15));
    expect(clockDue(lead, { clause: 'contact', attempt: 1 }, NOON)).toBeUndefined();
    expect(clockDue(lead, { clause: 'accept', attempt: 2 }, NOON)).toBeUndefined();
    expect(clockDue(lead, { clause: 'alert', attempt: 0 }, NOON)).toBe(minute(60));
  });

  it('ends with what it is for', () => {
    expect(clockDue(ownedLead({ clause: CLAUSE }), { clause: 'alert', attempt: 0 }, NOON)).toBeUndefined();
    expect(clockDue(ownedLead(), { clause: 'accept', attempt: 1 }, NOON)).toBeUndefined();
    expect(clockDue(endedLead('jane'), { clause: 'alert', attempt: 0 }, NOON)).toBeUndefined();
    expect(clockDue(waitingLead('jane', 'France', NOON), { clause: 'accept', attempt: 0 }, NOON)).toBeUndefined();
  });
});

describe('a notice is rechecked', () => {
  const withDeliveries = (...deliveries: readonly Delivery[]): Lead =>
    ownedLead({ notices: [noticeTo('ana', 'alert', { deliveries })] });

  it('a minute on, where nobody has seen it', () => {
    expect(noticeRecheck(withDeliveries())).toBe(minute(1));
  });

  it('when the first of its deliveries has waited long enough', () => {
    expect(
      noticeRecheck(
        withDeliveries(
          { channel: 'sms', state: 'waiting', until: minute(9) },
          { channel: 'email', state: 'claimed', until: minute(5) },
        ),
      ),
    ).toBe(minute(5));
  });

  it('never, once all have gone or failed', () => {
    expect(
      noticeRecheck(withDeliveries({ channel: 'sms', state: 'sent' }, { channel: 'email', state: 'failed' })),
    ).toBe(NEVER);
  });

  it('as the first of several', () => {
    const held = noticeTo('ana', 'remind', { deliveries: [{ channel: 'sms', state: 'held', until: minute(7) }] });
    const unseen = noticeTo('ana', 'alert', { at: minute(8) });
    expect(noticeRecheck(ownedLead({ notices: [unseen, held] }))).toBe(minute(7));
    expect(noticeRecheck(ownedLead({ notices: [held, { ...unseen, at: minute(2) }] }))).toBe(minute(3));
  });
});

describe('a lead is rechecked', () => {
  it('when something is due, and else once a day', () => {
    expect(nextRecheck(ownedLead({ clause: CLAUSE }))).toEqual({ at: minute(15), daily: false });
    expect(nextRecheck(ownedLead({ notices: [noticeTo('ana', 'alert')] }))).toEqual({ at: minute(1), daily: false });
    expect(nextRecheck(ownedLead())).toEqual({ at: NOON + DAY, daily: true });
  });

  it('at its daily recheck where what is due comes later than that', () => {
    expect(nextRecheck(ownedLead({ lookAt: minute(10), clause: CLAUSE }))).toEqual({ at: minute(10), daily: false });
    expect(nextRecheck(ownedLead({ lookAt: minute(15), clause: CLAUSE }))).toEqual({ at: minute(15), daily: false });
  });

  it('while it waits, as its wait says', () => {
    const waiting = waitingLead('jane', 'France', NOON);
    expect(nextRecheck(waiting)).toEqual({ at: minute(60), daily: false });
    expect(nextRecheck({ ...waiting, daily: true })).toEqual({ at: minute(60), daily: true });
    expect(nextRecheck(qualifiedLead('jane', minute(1)))).toEqual({ at: minute(1), daily: false });
  });

  it('after its end for a message that is still owed, and for nothing else', () => {
    expect(nextRecheck(endedLead('jane'))).toBeUndefined();
    expect(nextRecheck({ ...endedLead('jane'), notices: [noticeTo('ana', 'taken-away')] })).toEqual({
      at: minute(1),
      daily: false,
    });
  });
});

describe('a lead that is past due is rechecked by', () => {
  const unseen = [noticeTo('ana', 'alert')];

  it('nobody before its time', () => {
    expect(recheckTargets(ownedLead({ clause: CLAUSE }), minute(15) - 1)).toEqual([]);
    expect(recheckTargets(endedLead('jane'), minute(15))).toEqual([]);
  });

  it('advance-clock where a clause is due, and wherever it has an owner', () => {
    expect(recheckTargets(ownedLead({ clause: CLAUSE }), minute(15))).toEqual(['advance-clock']);
    expect(recheckTargets(ownedLead(), NOON + DAY)).toEqual(['advance-clock']);
  });

  it('route-lead where it has none', () => {
    expect(recheckTargets(qualifiedLead('jane', minute(1)), minute(1))).toEqual(['route-lead']);
    expect(recheckTargets(waitingLead('jane', 'France', NOON), minute(60))).toEqual(['route-lead']);
  });

  it('advance-clock alone where it waits for longer than our alert', () => {
    const waiting = { ...waitingLead('jane', 'France', NOON), ...alertDue(30) };
    expect(recheckTargets(waiting, minute(30))).toEqual(['advance-clock']);
    expect(recheckTargets(waiting, minute(60))).toEqual(['advance-clock', 'route-lead']);
  });

  it('alert-rep where a message is owed, after its end too', () => {
    expect(recheckTargets(ownedLead({ notices: unseen }), minute(1))).toEqual(['advance-clock', 'alert-rep']);
    expect(recheckTargets({ ...endedLead('jane'), notices: unseen }, minute(1))).toEqual(['alert-rep']);
    expect(recheckTargets({ ...endedLead('jane'), notices: unseen }, minute(1) - 1)).toEqual([]);
  });
});
