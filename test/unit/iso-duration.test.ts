import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration } from '../../shared/domain/time/iso-duration.ts';
import { HOUR, MINUTE } from '../support/working-time/schedules.ts';

const DAY = 24 * HOUR;

describe('a duration', () => {
  it.each([
    [0, 'PT0S'],
    [1, 'PT0.001S'],
    [500, 'PT0.5S'],
    [45_000, 'PT45S'],
    [MINUTE, 'PT1M'],
    [90 * MINUTE, 'PT1H30M'],
    [HOUR + 5_250, 'PT1H5.25S'],
    [26 * HOUR, 'PT26H'],
    [1_000 * DAY, 'PT24000H'],
  ])('of %d ms is written %s and read again', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
    expect(parseDuration(text)).toBe(ms);
  });

  it('less than nothing is written with a sign, a fraction of a millisecond not at all', () => {
    expect(formatDuration(-90 * MINUTE)).toBe('-PT1H30M');
    expect(formatDuration(0.4)).toBe('PT0S');
    expect(formatDuration(-0.4)).toBe('PT0S');
  });

  it.each([
    ['P2W', 14 * DAY],
    ['P14D', 14 * DAY],
    ['P1W1DT1H', 8 * DAY + HOUR],
    ['P1DT12H', 36 * HOUR],
    ['PT90M', 90 * MINUTE],
    ['PT0.0015S', 2],
    ['PT1,5S', 1_500],
    ['PT007M', 7 * MINUTE],
  ])('%s is read as %d ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    'P1M',
    'P1Y',
    'P1Y2M3D',
    '1H',
    'PT1',
    'T1H',
    'PT1H ',
    ' PT1H',
    'pt1h',
    '-PT1H',
    '+PT1H',
    'PT-1H',
    'PT1.5H',
    'PT.5S',
    'PT1.S',
    'PT1S1M',
    'P1H',
    'PT1D',
    'PT1H\n',
    'P99999999999999W',
    'one hour',
  ])('%j is no duration that we read', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});
