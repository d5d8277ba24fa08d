import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Interval, merged, without } from '../../shared/domain/time/interval.ts';

const span = (from: number, to: number): Interval => ({ from, to });

const intervals = fc.array(fc.record({ from: fc.integer({ min: 0, max: 30 }), to: fc.integer({ min: 0, max: 30 }) }), {
  maxLength: 6,
});

const contains = (spans: readonly Interval[], at: number): boolean =>
  spans.some(({ from, to }) => from <= at && at < to);

const everyInstant = Array.from({ length: 31 }, (_, at) => at);

describe('merged intervals', () => {
  it('are in order, and one where they overlap or touch', () => {
    expect(merged([span(5, 7), span(1, 3), span(6, 9), span(3, 4)])).toEqual([span(1, 4), span(5, 9)]);
  });

  it('keep the longer end where one lies within another', () => {
    expect(merged([span(1, 9), span(2, 3)])).toEqual([span(1, 9)]);
  });

  it('are without those that hold no instant', () => {
    expect(merged([span(4, 4), span(9, 2), span(1, 2)])).toEqual([span(1, 2)]);
  });

  it('hold the same instants as before, each in one interval, with a gap between any two', () => {
    fc.assert(
      fc.property(intervals, (given) => {
        const result = merged(given);
        for (const at of everyInstant) expect(contains(result, at), `${at}`).toBe(contains(given, at));
        const bounds = result.flatMap(({ from, to }) => [from, to]);
        expect(bounds).toEqual([...new Set(bounds)].toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('intervals out of which others are cut', () => {
  it('are shortened, parted or gone', () => {
    expect(without([span(0, 10)], [span(8, 12)])).toEqual([span(0, 8)]);
    expect(without([span(0, 10)], [span(4, 6)])).toEqual([span(0, 4), span(6, 10)]);
    expect(without([span(0, 10)], [span(0, 10)])).toEqual([]);
  });

  it('stay as they are beside what only touches them', () => {
    const given = [span(5, 10)];
    expect(without(given, [span(0, 5), span(10, 15)])).toEqual(given);
  });

  it('stay whole where what is cut out holds no instant', () => {
    expect(without([span(5, 10)], [span(7, 7), span(8, 6)])).toEqual([span(5, 10)]);
  });

  it('hold the instants that the others do not', () => {
    fc.assert(
      fc.property(intervals, intervals, (given, taken) => {
        const left = without(given, taken);
        for (const at of everyInstant) {
          expect(contains(left, at), `${at}`).toBe(contains(given, at) && !contains(taken, at));
        }
      }),
    );
  });
});
