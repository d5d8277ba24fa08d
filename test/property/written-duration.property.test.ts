import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDuration } from '../../shared/agreement/files/duration.ts';
import { formatDuration } from '../../shared/domain/time/iso-duration.ts';

/** From the longest to the shortest, each with its length in milliseconds and all that it may be called. */
const UNITS = [
  { name: 'weeks', iso: 'W', ms: 604_800_000, words: ['w', 'week', 'weeks', 'Week', 'Weeks'] },
  { name: 'days', iso: 'D', ms: 86_400_000, words: ['d', 'day', 'days', 'Day', 'Days'] },
  { name: 'hours', iso: 'H', ms: 3_600_000, words: ['h', 'hr', 'hrs', 'hour', 'hours', 'Hour', 'Hours'] },
  { name: 'minutes', iso: 'M', ms: 60_000, words: ['m', 'min', 'mins', 'minute', 'minutes', 'Min', 'Minutes'] },
  { name: 'seconds', iso: 'S', ms: 1_000, words: ['s', 'sec', 'secs', 'second', 'seconds', 'Sec', 'Seconds'] },
] as const;

const parts = fc
  .subarray([...UNITS], { minLength: 1 })
  .chain((units) =>
    fc.tuple(
      ...units.map(({ ms, iso, words }) =>
        fc.record({ ms: fc.constant(ms), iso: fc.constant(iso), word: fc.constantFrom(...words), n: fc.nat(9_999) }),
      ),
    ),
  );
const gap = fc.constantFrom('', ' ', '  ');

const lengthOf = (written: readonly { n: number; ms: number }[]): number =>
  written.reduce((sum, { n, ms }) => sum + n * ms, 0);

describe('a duration that is written', () => {
  it('as people do is read to the same milliseconds', () => {
    fc.assert(
      fc.property(parts, gap, gap, (written, within, between) => {
        const text = written.map(({ n, word }) => `${n}${within}${word}`).join(between);
        expect(readDuration(text)).toBe(lengthOf(written));
      }),
    );
  });

  it('as ISO 8601 is read to the same milliseconds', () => {
    fc.assert(
      fc.property(parts, (written) => {
        const of = (isTime: boolean) =>
          written.flatMap(({ n, iso }) => ('HMS'.includes(iso) === isTime ? [`${n}${iso}`] : [])).join('');
        const time = of(true);
        expect(readDuration(`P${of(false)}${time === '' ? '' : `T${time}`}`)).toBe(lengthOf(written));
      }),
    );
  });

  it('with a fraction of its unit is read to the millisecond', () => {
    fc.assert(
      fc.property(fc.constantFrom(...UNITS), fc.nat(9_999), fc.constantFrom(1, 2, 4, 5, 8, 10), (unit, n, parts) => {
        expect(readDuration(`${n / parts} ${unit.words[1]}`)).toBe(Math.round((n * unit.ms) / parts));
      }),
    );
  });

  it('by the program is read again, in either form', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000_000), (ms) => {
        expect(readDuration(formatDuration(ms))).toBe(ms);
        expect(readDuration(`${ms / 1_000} s`)).toBe(ms);
      }),
    );
  });

  it('is never read when its parts are in another order, or one is there twice', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const written = [...one, ...other];
        const sizes = written.map(({ ms }) => ms);
        fc.pre(sizes.some((size, i) => size >= (sizes[i - 1] ?? Number.POSITIVE_INFINITY)));
        expect(readDuration(written.map(({ n, word }) => `${n} ${word}`).join(' '))).toBeUndefined();
      }),
    );
  });
});
