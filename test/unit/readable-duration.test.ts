import { describe, expect, it } from 'vitest';
import { counted } from '../../shared/domain/language/counted.ts';
import { readableDuration } from '../../shared/domain/time/readable-duration.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a duration for a person to read', () => {
  it.each([
    ['nothing', 0, '0 s'],
    ['less than a second', 999, '0 s'],
    ['seconds', 40 * SECOND, '40 s'],
    ['whole hours', 2 * HOUR, '2 h'],
    ['hours and minutes', 2 * HOUR + 5 * MINUTE, '2 h 5 min'],
    ['hours and seconds, with no minute between them', 4 * HOUR + 54 * SECOND, '4 h 0 min 54 s'],
    ['days and minutes', 2 * DAY + 5 * MINUTE, '2 d 0 h 5 min'],
    ['days, whatever seconds there are', 2 * DAY + 19 * HOUR + 54 * SECOND, '2 d 19 h'],
    ['ISO 8601', 'PT26H0M3S', '1 d 2 h'],
    ['ISO 8601 of a minute', 'PT90S', '1 min 30 s'],
  ])('of %s', (_, duration, text) => {
    expect(readableDuration(duration)).toBe(text);
  });

  it('of working hours is not told in days', () => {
    expect(readableDuration(37.5 * HOUR, 'h')).toBe('37 h 30 min');
  });
});

describe('a number of things', () => {
  it.each([
    [0, '0 problems'],
    [1, '1 problem'],
    [2, '2 problems'],
  ])('of %d', (count, text) => {
    expect(counted(count, 'problem')).toBe(text);
  });

  it('has the plural that it needs', () => {
    expect(counted(2, 'territory', 'territories')).toBe('2 territories');
    expect(counted(1, 'territory', 'territories')).toBe('1 territory');
  });
});
