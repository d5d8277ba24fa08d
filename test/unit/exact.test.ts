import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dividedBy,
  exact,
  minus,
  plus,
  quotient,
  rateOf,
  rounded,
  sumOf,
  times,
  whole,
  ZERO,
} from '../../shared/domain/statistics/exact.ts';

describe('an exact number', () => {
  it('is what is written, not what a float makes of it', () => {
    expect(rounded(sumOf([0.1, 0.2].map(exact)), 20)).toBe(0.3);
    expect(rounded(times(exact(1.1), exact(1.1)), 4)).toBe(1.21);
    expect(rounded(exact(1e21), 0)).toBe(1e21);
    expect(rounded(exact(1.5e-7), 7)).toBe(2e-7);
  });

  it('is rounded half up, below zero too', () => {
    expect(rounded(exact(2.125), 2)).toBe(2.13);
    expect(rounded(exact(-2.125), 2)).toBe(-2.12);
    expect(rounded(minus(ZERO, exact(0.005)), 2)).toBe(0);
    expect(quotient(exact(-40), exact(540), 4)).toBe(-0.0741);
  });

  it('divided by nothing is none', () => {
    expect(dividedBy(whole(1), ZERO)).toBeUndefined();
    expect(rateOf(1, 0)).toBeNull();
    expect(rateOf(2, 3)).toBe(0.6667);
    expect(quotient(exact(1), exact(-4), 2)).toBe(-0.25);
  });

  it('adds up to the same in any order', () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 100);
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 30 }), (values) => {
        const forwards = rounded(sumOf(values.map(exact)), 2);
        const backwards = rounded(values.toReversed().map(exact).reduce(plus, ZERO), 2);
        const inCents = values.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100;
        expect([forwards, backwards]).toEqual([inCents + 0, inCents + 0]);
      }),
    );
  });
});
