import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRules } from '../../shared/domain/rules.ts';
import { growsHotAt } from '../../shared/domain/scoring/grows-hot.ts';
import { scoreLead } from '../../shared/domain/scoring/score.ts';
import { DAY, HOUR, smallAgreement } from '../support/agreement/small-agreement.ts';

const NOW = Date.parse('2026-11-16T09:00:00Z');

interface Done {
  readonly points: number;
  readonly atMost?: number;
  readonly times: number;
  /** Milliseconds before now. */
  readonly ago: number;
}

const done: fc.Arbitrary<Done> = fc.record(
  {
    points: fc.integer({ min: -60, max: 60 }),
    atMost: fc.integer({ min: 1, max: 80 }),
    times: fc.double({ noNaN: true, min: 0.01, max: 8 }),
    ago: fc.nat({ max: 40 * DAY }),
  },
  { requiredKeys: ['points', 'times', 'ago'], noNullPrototype: true },
);

const situation = fc
  .record({
    hot: fc.integer({ min: 10, max: 90 }),
    fit: fc.integer({ min: -40, max: 110 }),
    halfLifeMs: fc.integer({ min: HOUR, max: 60 * DAY }),
    all: fc.array(done, { minLength: 1, maxLength: 5 }),
  })
  .map(({ hot, fit, halfLifeMs, all }) => {
    const actions = all.map(({ points, atMost }, i) => ({
      name: `action ${i}`,
      kind: `kind-${i}`,
      points,
      handRaise: false,
      ...(atMost === undefined ? {} : { atMost }),
    }));
    const scoring = {
      hot,
      warm: hot / 2,
      fit: [{ name: 'everybody', when: { all: [] }, points: fit }],
      behaviour: { halfLifeMs, actions },
    };
    const tallies = Object.fromEntries(all.map(({ times, ago }, i) => [`action ${i}`, { sum: times, at: NOW - ago }]));
    const rules = createRules(smallAgreement({ scoring }));
    const lead = { fields: {}, behaviour: { tallies, handRaised: false } };
    const isHot = (at: number): boolean => scoreLead(lead, rules, at).grade === 'hot';
    return { halfLifeMs, at: growsHotAt(lead, rules, NOW), isHot };
  })
  .filter(({ isHot }) => !isHot(NOW));

/** Shares of a stretch of time, its ends left out. */
const shares = fc.array(fc.double({ noNaN: true, min: 0, max: 1, minExcluded: true, maxExcluded: true }), {
  minLength: 20,
  maxLength: 40,
});

describe('a lead that is not hot', { timeout: 60_000 }, () => {
  it('grows hot at the first millisecond at which its score says so, and not before', () => {
    let grown = 0;
    fc.assert(
      fc.property(situation, shares, ({ at, isHot }, parts) => {
        if (at === undefined) return;
        grown += 1;
        expect(Number.isInteger(at) && at > NOW).toBe(true);
        expect(isHot(at)).toBe(true);
        expect(isHot(at - 1)).toBe(false);
        for (const part of parts) expect(isHot(Math.floor(NOW + part * (at - 1 - NOW)))).toBe(false);
      }),
      { numRuns: 3_000 },
    );
    expect(grown).toBeGreaterThan(100);
  });

  it('never is where it is not said to become it', () => {
    fc.assert(
      fc.property(situation, shares, ({ at, halfLifeMs, isHot }, parts) => {
        if (at !== undefined) return;
        // Most happens early; after eighty half-lives nothing is left.
        for (const part of parts) expect(isHot(Math.floor(NOW + part ** 4 * 80 * halfLifeMs))).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });
});
