import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfCounts, chanceOfRates } from '../../shared/domain/statistics/tail.ts';

describe('how likely chance alone changes', () => {
  // R: 2 * min(phyper(...)) of the table, and binom.test of counts; doubled tails.
  it.each([
    [{ part: 8, of: 10 }, { part: 1, of: 6 }, 0.0485],
    [{ part: 3, of: 4 }, { part: 1, of: 4 }, 0.4857],
    [{ part: 0, of: 10 }, { part: 10, of: 10 }, 0.0000108],
  ])('a rate of %o beside %o', (one, other, chance) => {
    expect(chanceOfRates(one, other)).toBeCloseTo(chance, 3);
  });

  it.each([
    [10, 10, 1, 1],
    // 2 * P(X >= 15 | 20, 1/2)
    [15, 5, 1, 0.0414],
    // 2 * P(X <= 0 | 8, 1/5)
    [0, 8, 4, 0.3355],
  ])('a count of %i beside %i in %i times the time', (one, other, times, chance) => {
    expect(chanceOfCounts(one, other, times)).toBeCloseTo(chance, 3);
  });

  it('is a chance, the same for the parts that are left, and smaller the further two rates lie apart', () => {
    const part = fc.integer({ min: 1, max: 200 }).chain((of) => fc.record({ part: fc.nat(of), of: fc.constant(of) }));
    fc.assert(
      fc.property(part, part, (one, other) => {
        const chance = chanceOfRates(one, other);
        const left = (all: typeof one) => ({ part: all.of - all.part, of: all.of });
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(chanceOfRates(left(one), left(other))).toBeCloseTo(chance, 9);
        expect(chanceOfRates(other, one)).toBeCloseTo(chance, 9);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 3_000 }), fc.integer({ min: 1, max: 4 }), (count, times) => {
        const near = chanceOfCounts(Math.round(count * 1.05), count * times, times);
        const far = chanceOfCounts(count * 2, count * times, times);
        expect(far).toBeLessThanOrEqual(near);
      }),
    );
  });

  it('is one where there is nothing to compare', () => {
    expect(chanceOfRates({ part: 0, of: 0 }, { part: 3, of: 4 })).toBe(1);
    expect(chanceOfCounts(0, 0, 4)).toBe(1);
  });
});
