import { describe, expect, it } from 'vitest';
import { alertTimeInWords } from '../../cli/simulate/alert-time-in-words.ts';
import { createAlertTimes } from '../../cli/simulate/alert-times.ts';
import type { Fact } from '../../shared/domain/lead/facts.ts';
import { HOUR, MINUTE } from '../support/agreement/small-agreement.ts';

const QUALIFIED: Fact = { type: 'LeadQualified', data: { score: 60, reasons: [] } };
const ALERTED: Fact = { type: 'RepAlerted', data: { rep: 'ana', purpose: 'alert', channel: 'sms', attempt: 1 } };
const FAILED: Fact = { ...ALERTED, data: { ...ALERTED.data, failure: 'no phone number' } };
const LOST: Fact = { type: 'OutcomeRecorded', data: { outcome: 'lost', applied: true } };
const ACCEPTED: Fact = { type: 'LeadAccepted', data: { rep: 'ana', attempt: 1 } };

type Told = readonly [leadId: string, fact: Fact, at: number];

const figuresOf = (told: readonly Told[], now: number) => {
  const times = createAlertTimes(HOUR);
  for (const [leadId, fact, at] of told) times.fact(leadId, fact, at);
  return times.figures(now);
};

const alerted = (leadId: string, ms: number): readonly Told[] => [
  [leadId, QUALIFIED, 0],
  [leadId, ALERTED, ms],
];

describe('the time to alert', () => {
  it('is unknown where no lead was qualified', () => {
    expect(figuresOf([['a', ALERTED, 0]], HOUR)).toBeUndefined();
  });

  it('runs to the first message that went out', () => {
    const told: readonly Told[] = [
      ['a', QUALIFIED, 0],
      ['a', FAILED, MINUTE],
      ['a', ALERTED, 2 * MINUTE],
      ['a', ALERTED, HOUR],
    ];
    expect(figuresOf(told, HOUR)).toEqual({
      p50: { ms: 2 * MINUTE, alerted: true },
      p99: { ms: 2 * MINUTE, alerted: true },
      withinMs: HOUR,
      inTime: 1,
      late: 0,
      notAlerted: 0,
    });
  });

  it('ends when the owner answers before the message goes out', () => {
    const told: readonly Told[] = [
      ['a', QUALIFIED, 0],
      ['a', ACCEPTED, MINUTE],
      ['a', ALERTED, HOUR],
    ];
    expect(figuresOf(told, HOUR)?.p99).toEqual({ ms: MINUTE, alerted: true });
  });

  it('of a lead that still waits at the end is at least as long as it has waited, and the worst of all', () => {
    const told: readonly Told[] = [...alerted('a', 0), ...alerted('b', 9 * HOUR), ['c', QUALIFIED, 8 * HOUR]];
    expect(figuresOf(told, 10 * HOUR)).toMatchObject({
      p50: { ms: 9 * HOUR, alerted: true },
      p99: { ms: 2 * HOUR, alerted: false },
      inTime: 1,
      late: 1,
      notAlerted: 1,
    });
  });

  it('of a lead that ended before anybody was alerted is the worst, and as long as it waited', () => {
    const told: readonly Told[] = [...alerted('a', HOUR), ['b', QUALIFIED, 0], ['b', LOST, MINUTE]];
    expect(figuresOf(told, 10 * HOUR)).toMatchObject({
      p50: { ms: HOUR, alerted: true },
      p99: { ms: MINUTE, alerted: false },
      notAlerted: 1,
    });
  });

  it('counts every time that a lead was qualified', () => {
    const told: readonly Told[] = [...alerted('a', 0), ['a', LOST, HOUR], ['a', QUALIFIED, 2 * HOUR]];
    expect(figuresOf(told, 3 * HOUR)).toMatchObject({ inTime: 1, notAlerted: 1 });
  });

  it('is told as over so long where the lead was not alerted', () => {
    expect(alertTimeInWords({ ms: HOUR, alerted: true })).toBe('1 h');
    expect(alertTimeInWords({ ms: HOUR, alerted: false })).toBe('over 1 h, not alerted');
  });
});
