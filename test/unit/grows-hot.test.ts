import { describe, expect, it } from 'vitest';
import type { Scoring } from '../../shared/domain/agreement/agreement.ts';
import { qualify } from '../../shared/domain/capture/qualify.ts';
import { newLead, recordActivity } from '../../shared/domain/capture/record-behaviour.ts';
import { nextRecheck } from '../../shared/domain/clock/next-recheck.ts';
import { recheckTargets } from '../../shared/domain/clock/recheck-targets.ts';
import type { Lead } from '../../shared/domain/lead/lead.ts';
import { createRules } from '../../shared/domain/rules.ts';
import { growsHotAt } from '../../shared/domain/scoring/grows-hot.ts';
import { DAY, smallAgreement } from '../support/agreement/small-agreement.ts';
import { NOON } from '../support/store/store-samples.ts';

const HALF_LIFE = 14 * DAY;

const action = (name: string, points: number, atMost?: number) => ({
  name,
  kind: name,
  points,
  handRaise: false,
  ...(atMost === undefined ? {} : { atMost }),
});

const rulesWith = (fit: number, actions: Scoring['behaviour']['actions'], minimum: readonly string[] = []) =>
  createRules(
    smallAgreement({
      scoring: {
        minimum,
        fit: [{ name: 'everybody', when: { all: [] }, points: fit }],
        behaviour: { halfLifeMs: HALF_LIFE, actions },
      },
    }),
  );

const leadWho = (tallies: Readonly<Record<string, number>>): Lead => ({
  ...newLead('jane', 'jane@acme.example'),
  stage: 'nurture',
  behaviour: {
    handRaised: false,
    tallies: Object.fromEntries(Object.entries(tallies).map(([name, sum]) => [name, { sum, at: NOON }])),
  },
});

/** The whole millisecond from which on no more than this share of anything is left. */
const leftOf = (share: number): number => Math.ceil(NOON + Math.log2(1 / share) * HALF_LIFE);

describe('a lead grows hot', () => {
  it('when what speaks against it has faded enough, to the hundredth that the score is rounded to', () => {
    const at = growsHotAt(leadWho({ unsubscribed: 1 }), rulesWith(90, [action('unsubscribed', -50)]), NOON) ?? 0;
    // 90 - 50x is 59.995 and rounds to 60.
    expect(Math.abs(at - leftOf(30.005 / 50))).toBeLessThan(1_000);
  });

  it('when it fits just enough, once nothing of what speaks against it can be told any more', () => {
    const at = growsHotAt(leadWho({ unsubscribed: 1 }), rulesWith(60, [action('unsubscribed', -50)]), NOON) ?? 0;
    expect(Math.abs(at - leftOf(0.005 / 50))).toBeLessThan(60_000);
  });

  it('while what speaks for it stays at its most and what speaks against it fades', () => {
    const actions = [action('read', 15, 60), action('unsubscribed', -20)];
    const at = growsHotAt(leadWho({ read: 8, unsubscribed: 1 }), rulesWith(10, actions), NOON) ?? 0;
    // 10 + 60 - 20x, until the reading, 120x, comes down to 60 at one half-life.
    expect(Math.abs(at - leftOf(10.005 / 20))).toBeLessThan(1_000);
  });

  it.each([
    ['nothing speaks against it', rulesWith(20, [action('read', 15, 30)]), { read: 3 }],
    ['it does not fit', rulesWith(59, [action('unsubscribed', -50)]), { unsubscribed: 1 }],
    [
      'what speaks for it fades as fast',
      rulesWith(0, [action('read', 90), action('unsubscribed', -50)]),
      { read: 1, unsubscribed: 1 },
    ],
    [
      'it would be at its best, and that is not enough',
      rulesWith(0, [action('read', 30, 60), action('unsubscribed', -40)]),
      { read: 3, unsubscribed: 1 },
    ],
  ])('never where %s', (_, rules, tallies) => {
    expect(growsHotAt(leadWho(tallies), rules, NOON)).toBeUndefined();
  });
});

describe('a lead that grows hot by itself', () => {
  const rules = rulesWith(90, [action('unsubscribed', -50)]);
  const left = qualify(leadWho({ unsubscribed: 1 }), rules, NOON, true).lead;
  const at = nextRecheck(left)?.at ?? Number.NaN;

  it('is rechecked at that instant, by advance-clock', () => {
    expect(at).toBe(growsHotAt(left, rules, NOON));
    expect(recheckTargets(left, at - 1)).toEqual([]);
    expect(recheckTargets(left, at)).toEqual(['advance-clock']);
  });

  it('is qualified then, and no moment sooner', () => {
    expect(qualify(left, rules, at - 1, false)).toMatchObject({ lead: { stage: 'nurture', lookAt: at }, facts: [] });
    const decision = qualify(left, rules, at, false);
    expect(decision.facts.map(({ type }) => type)).toEqual(['LeadScored', 'LeadQualified', 'ClockStarted']);
    expect(decision.lead).toMatchObject({ stage: 'qualified', qualification: { at, score: 60 } });
  });

  it('is told as incomplete then, where something of it is missing', () => {
    const strict = rulesWith(90, [action('unsubscribed', -50)], ['company.name']);
    const decision = qualify(left, strict, at, false);
    expect(decision.facts.map(({ type }) => type)).toEqual(['LeadScored', 'LeadIncomplete']);
    expect(nextRecheck(decision.lead)).toBeUndefined();
  });

  it('waits anew after each thing that it does', () => {
    const again = recordActivity(left, { at: NOON + DAY, kind: 'unsubscribed' }, rules, NOON + DAY).lead;
    expect(nextRecheck(again)?.at).toBeGreaterThan(at);
  });
});
