import { describe, expect, it } from 'vitest';
import { readDuration } from '../../shared/agreement/files/duration.ts';
import { loadFiles, problemsIn, SOUND } from '../support/agreement/agreement-folder.ts';
import { DAY, HOUR, MINUTE } from '../support/agreement/small-agreement.ts';

describe('a duration of the agreement', () => {
  it.each([
    ['30 minutes', 30 * MINUTE],
    ['1 minute', MINUTE],
    ['45 min', 45 * MINUTE],
    ['45 mins', 45 * MINUTE],
    ['90m', 90 * MINUTE],
    ['2 h', 2 * HOUR],
    ['2 hrs', 2 * HOUR],
    ['1 hour 30 min', 90 * MINUTE],
    ['1h30m', 90 * MINUTE],
    ['1 h 90 min', 150 * MINUTE],
    ['1.5 hours', 90 * MINUTE],
    ['0.25 h', 15 * MINUTE],
    ['90 seconds', 90_000],
    ['1.5 s', 1_500],
    ['2 days', 2 * DAY],
    ['1 week', 7 * DAY],
    ['1 w 2 d 3 h 4 min 5 s', 9 * DAY + 3 * HOUR + 4 * MINUTE + 5_000],
    ['2  weeks   1 day', 15 * DAY],
    ['30 Minutes', 30 * MINUTE],
    ['0 min', 0],
    ['PT30M', 30 * MINUTE],
    ['P1DT12H', 36 * HOUR],
  ])('%j is read as %d ms', (text, ms) => {
    expect(readDuration(text)).toBe(ms);
  });

  it.each([
    '',
    ' ',
    '30',
    'minutes',
    'an hour',
    'half an hour',
    '1h30',
    '1:30',
    '1 M',
    '1H30M',
    '30 MINUTES',
    '1 month',
    '3 mo',
    '1 year',
    '2y',
    '2 business days',
    '1 quarter',
    '1 fortnight',
    '500 ms',
    '30 min 1 h',
    '1 h 1 h',
    '1 h, 30 min',
    '1 h and 30 min',
    '1,5 h',
    '-1 h',
    '+1 h',
    '1. h',
    '.5 h',
    '1e3 s',
    '١ h',
    '1 hour ago',
    'in 1 hour',
    '1 h\n',
    ' 1 h',
    'PT30M 1 h',
    'PT1.5H',
    '99999999999999 weeks',
  ])('%j is none', (text) => {
    expect(readDuration(text)).toBeUndefined();
  });

  it.each([
    ['5 minuets', 'expected a duration above zero such as 30 minutes, 2 h or PT30M, got "5 minuets"'],
    ['0 min', 'expected a duration above zero such as 30 minutes, 2 h or PT30M, got "0 min"'],
    ['30', 'expected a duration above zero such as 30 minutes, 2 h or PT30M, got 30'],
    ['1 month', '"1 month" has no fixed length: write days or weeks, such as 30 days or P30D'],
    ['P1M', '"P1M" has no fixed length: write days or weeks, such as 30 days or P30D, or PT1M for minutes'],
    ['P1Y2M', '"P1Y2M" has no fixed length: write days or weeks, such as 30 days or P30D'],
    ['5M', 'expected a duration above zero such as 30 minutes, 2 h or PT30M, got "5M"'],
  ])('%s is a problem that says what to write', async (text, message) => {
    const sla = SOUND.sla.replace('alert: { within: PT1H }', `alert: { within: ${text} }`);
    expect(problemsIn(await loadFiles({ ...SOUND, sla }))).toEqual([`sla.yaml:1:18 ${message}`]);
  });

  it('may be nothing where a step is due at the start of its clause', async () => {
    const sla = SOUND.sla.replace('at: PT15M', 'at: 0 min');
    expect(problemsIn(await loadFiles({ ...SOUND, sla }))).toEqual([]);
  });
});
