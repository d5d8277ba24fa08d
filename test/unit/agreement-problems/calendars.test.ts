import { describe, expect, it } from 'vitest';
import { loadFiles, problemsIn, SOUND } from '../../support/agreement/agreement-folder.ts';

/** The problems with these mends before the reps, and with reps that are changed. */
const withCalendars = async (calendars: string, from = 'id: ana', to = from): Promise<readonly string[]> =>
  problemsIn(await loadFiles({ ...SOUND, reps: `calendars:\n${calendars}\n${SOUND.reps.replace(from, to)}` }));

const WANTED = 'expected a date such as 2026-12-31, got';

describe('mends of calendars', () => {
  it('tell each date that is none', async () => {
    expect(await withCalendars('  DE-BY: { add: [2026-02-30, 2026-11-18, 24.12.], remove: [2026-13-01] }')).toEqual([
      `reps.yaml:2:18 ${WANTED} "2026-02-30"`,
      `reps.yaml:2:42 ${WANTED} "24.12."`,
      `reps.yaml:2:60 ${WANTED} "2026-13-01"`,
    ]);
  });

  it('tell beside a date that is none what else is wrong with them, and with others', async () => {
    const calendars = [
      '  DE-BY: { add: [2026-02-30, 2026-11-18], remove: [2026-11-18, 2026-11-19], rmove: [] }',
      '  DE-XX: { add: [2026-02-30] }',
      '  Germany-BY: { remove: 2026-01-06 }',
    ].join('\n');
    expect(await withCalendars(calendars)).toEqual([
      `reps.yaml:2:18 ${WANTED} "2026-02-30"`,
      'reps.yaml:2:52 2026-11-18 is added as well',
      'reps.yaml:2:64 2026-11-19 is no holiday of "DE-BY"',
      'reps.yaml:2:77 unknown field "rmove"',
      'reps.yaml:3:3 unknown calendar "DE-XX", expected a country or a part of one such as DE or DE-BY',
      `reps.yaml:3:18 ${WANTED} "2026-02-30"`,
      'reps.yaml:4:3 unknown calendar "Germany-BY": did you mean DE-BY?',
      'reps.yaml:4:25 expected a list, got "2026-01-06"',
    ]);
  });

  it('are held against no date that stands in for one that cannot be read', async () => {
    // It stands as 2026-12-31.
    expect(await withCalendars('  DE-BY: { add: [2026-02-30], remove: [2026-12-31] }')).toEqual([
      `reps.yaml:2:18 ${WANTED} "2026-02-30"`,
      'reps.yaml:2:40 2026-12-31 is no holiday of "DE-BY"',
    ]);
    expect(await withCalendars('  DE-BY: { add: 2026-02-30, remove: [2026-12-31] }')).toEqual([
      'reps.yaml:2:17 expected a list, got "2026-02-30"',
      'reps.yaml:2:38 2026-12-31 is no holiday of "DE-BY"',
    ]);
  });

  it('may be for whoever follows a calendar that cannot be read', async () => {
    expect(await withCalendars('  DE-BY: { add: [2026-11-18] }', 'calendar: DE-BY', 'calendar: 49')).toEqual([
      'reps.yaml:12:15 expected text, got 49',
    ]);
    expect(await withCalendars('  DE-BY: { add: [2026-11-18] }', 'calendar: DE-BY', 'calender: DE-BY')).toEqual([
      'reps.yaml:12:5 unknown field "calender"',
    ]);
  });

  it('tell their dates beside a calendar that there is not, or that nobody follows', async () => {
    expect(await withCalendars('  DE-XX: { add: [2026-11-18], remove: [2026-11-18, 2026-11-19] }')).toEqual([
      'reps.yaml:2:3 unknown calendar "DE-XX", expected a country or a part of one such as DE or DE-BY',
      'reps.yaml:2:40 2026-11-18 is added as well',
    ]);
    expect(await withCalendars('  DE-BY: { remove: [2026-11-19] }', '    calendar: DE-BY\n', '')).toEqual([
      'reps.yaml:2:3 no rep follows the calendar "DE-BY"',
      'reps.yaml:2:21 2026-11-19 is no holiday of "DE-BY"',
    ]);
  });
});
