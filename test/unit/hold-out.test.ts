import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSeededIds } from '../../shared/adapters/memory/seeded-ids.ts';
import { scoringFile } from '../../shared/agreement/files/scoring.ts';
import { newCycle } from '../../shared/domain/measures/cycle.ts';
import { holdOutRows } from '../../shared/domain/measures/hold-out.ts';
import { isHeldOut } from '../../shared/domain/scoring/hold-out.ts';
import { differenceOfRates, neededToTell } from '../../shared/domain/statistics/difference.ts';
import { HOUR } from '../support/agreement/small-agreement.ts';
import { NOON } from '../support/store/store-samples.ts';

describe('who is held out', () => {
  it('is decided by chance: as great a part as is agreed, whatever the ids begin or end with', () => {
    const ids = Array.from({ length: 100_000 }, () => randomUUID());
    const partOf = (some: readonly string[], part: number) =>
      some.filter((id) => isHeldOut(id, part)).length / some.length;
    // Six standard deviations.
    expect(Math.abs(partOf(ids, 0.05) - 0.05)).toBeLessThan(6 * Math.sqrt((0.05 * 0.95) / ids.length));
    for (const digit of '0123456789abcdef') {
      for (const some of [ids.filter((id) => id.startsWith(digit)), ids.filter((id) => id.endsWith(digit))])
        expect(Math.abs(partOf(some, 0.5) - 0.5)).toBeLessThan(6 * Math.sqrt(0.25 / some.length));
    }
  });

  it('is the same always, and stays held out of a greater part', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ min: 0, max: 0.5, noNaN: true }), (id, part) => {
        expect(isHeldOut(id, part)).toBe(isHeldOut(id, part));
        if (isHeldOut(id, part)) expect(isHeldOut(id, part + 0.1)).toBe(true);
      }),
    );
  });

  it('is a part above nothing and at most half', () => {
    const { shape } = scoringFile;
    const read = (text: string) => shape.holdOut.safeParse(text);
    expect(['5%', '5 %', '0.5%', '12.25%', '50%'].map((text) => read(text).data)).toEqual([
      0.05, 0.05, 0.005, 0.1225, 0.5,
    ]);
    for (const text of ['0%', '0.0%', '00%', '51%', '50.5%', '5', '-5%', 'five'])
      expect(read(text).success).toBe(false);
  });
});

describe('the difference of two rates', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table II, method 10.
  it.each([
    [{ part: 56, of: 70 }, { part: 48, of: 80 }, 0.0524, 0.3339],
    [{ part: 9, of: 10 }, { part: 3, of: 10 }, 0.1705, 0.809],
    [{ part: 5, of: 56 }, { part: 0, of: 29 }, -0.0381, 0.1926],
    [{ part: 10, of: 10 }, { part: 0, of: 20 }, 0.6791, 1],
  ])('of %o and %o lies between %f and %f', (one, other, low, high) => {
    const difference = differenceOfRates(one, other);
    expect(difference?.low).toBeCloseTo(low, 4);
    expect(difference?.high).toBeCloseTo(high, 4);
  });

  it('holds the true difference 95 times of a hundred', () => {
    const { random } = createSeededIds(7);
    const drawn = (rate: number, of: number) => ({
      part: Array.from({ length: of }, random).filter((one) => one < rate).length,
      of,
    });
    const held = Array.from({ length: 400 }, () => {
      const found = differenceOfRates(drawn(0.2, 300), drawn(0.12, 100));
      return found !== null && found.low <= 0.08 && found.high >= 0.08;
    });
    // Of 400, four standard deviations are 17.
    expect(held.filter(Boolean).length).toBeGreaterThan(363);
    expect(held.filter(Boolean).length).toBeLessThan(398);
  });

  it('is nothing where there are none of one side', () => {
    expect(differenceOfRates({ part: 0, of: 0 }, { part: 1, of: 2 })).toBeNull();
    expect(neededToTell({ part: 0, of: 0 }, { part: 1, of: 2 })).toBeNull();
  });

  it('takes as many leads to tell as the usual sample size says', () => {
    // 15 % against 10 %, two-sided 5 %, 80 %: 686 of each, as tables of two proportions have it.
    expect(neededToTell({ part: 15, of: 100 }, { part: 10, of: 100 })).toBe(2 * 686 - 200);
    expect(neededToTell({ part: 300, of: 1000 }, { part: 100, of: 1000 })).toBe(0);
    expect(neededToTell({ part: 10, of: 100 }, { part: 10, of: 100 })).toBeNull();
  });
});

describe('what routing is worth', () => {
  const cycle = (heldOut: boolean | undefined, isWon: boolean) => ({
    ...newCycle('lead', NOON),
    qualified: { at: NOON, score: 60, ...(heldOut === undefined ? {} : { heldOut }) },
    won: isWon ? { at: NOON + HOUR } : undefined,
  });

  it('is told by leads that qualified while some were held out, and by no others', () => {
    const cycles = [
      ...[cycle(true, true), cycle(true, false), cycle(true, false), cycle(true, false)],
      ...[cycle(false, true), cycle(false, true), cycle(undefined, true), cycle(undefined, false)],
    ];
    expect(holdOutRows(cycles, NOON + 2 * HOUR).find(({ what }) => what === 'won')).toMatchObject({
      heldOut: { n: 1, of: 4, rate: 0.25 },
      others: { n: 2, of: 2, rate: 1 },
      worth: { by: 0.75 },
    });
    expect(holdOutRows([cycle(undefined, true)], NOON)).toEqual([]);
  });
});
