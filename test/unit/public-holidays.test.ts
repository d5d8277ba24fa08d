import { describe, expect, it } from 'vitest';
import { MISSING } from '../../shared/agreement/holidays/missing-holidays.ts';
import { createPublicHolidays } from '../../shared/agreement/holidays/public-holidays.ts';

const { publicHolidays } = createPublicHolidays();
const datesOf = async (calendar: string, years: readonly number[]) =>
  (await publicHolidays(calendar, years))?.map(({ date }) => date);

describe('public holidays', () => {
  it("are those of a part of a country, on top of the country's own", async () => {
    const bavaria = await datesOf('DE-BY', [2026]);
    const germany = await datesOf('DE', [2026]);
    expect(bavaria).toEqual(expect.arrayContaining([...(germany ?? []), '2026-01-06', '2026-06-04', '2026-11-01']));
    expect(germany).not.toContain('2026-01-06');
  });

  it('include the day off instead of one on a weekend', async () => {
    expect(await datesOf('GB-ENG', [2026])).toContain('2026-12-28');
  });

  it('leave out days that are only observed', async () => {
    expect(await datesOf('DE', [2026])).not.toContain('2026-12-24');
  });

  it('cover the years that are asked for, each date once and in order', async () => {
    const dates = (await datesOf('FR', [2027, 2026])) ?? [];
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(new Set(dates.map((date) => date.slice(0, 4)))).toEqual(new Set(['2026', '2027']));
    const romania = (await datesOf('RO', [2026])) ?? [];
    expect(romania.filter((date) => date === '2026-06-01')).toHaveLength(1);
  });

  it('count each day of one that lasts several', async () => {
    expect(await datesOf('SA', [2026])).toEqual(
      expect.arrayContaining(['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22']),
    );
  });

  it('have their English names', async () => {
    expect(await publicHolidays('DE-BY', [2026])).toContainEqual({ date: '2026-01-06', name: 'Epiphany' });
    expect(await publicHolidays('FR', [2026])).toContainEqual({ date: '2026-01-01', name: "New Year's Day" });
  });

  it.each(['XX', 'DE-XX', 'DE-BY-XX', 'DE-BY-A-B', 'de-by', '', 'Germany', 'constructor', 'DE-constructor'])(
    'are not known for %j',
    async (calendar) => {
      expect(await publicHolidays(calendar, [2026])).toBeUndefined();
    },
  );
});

describe('public holidays that the package lacks', () => {
  it.each([
    ['CA-BC', 2026, '2026-09-30'],
    ['CA-BC', 2027, '2027-09-30'],
    ['CA-MB', 2026, '2026-09-30'],
    ['CA-YT', 2026, '2026-09-30'],
    ['GB-SCT', 2026, '2026-06-15'],
  ])('are there all the same: %s in %d has %s', async (calendar, year, date) => {
    expect(await datesOf(calendar, [year])).toContain(date);
  });

  it.each([
    ['CA-BC', 2022, '2022-09-30'],
    ['CA-ON', 2026, '2026-09-30'],
    ['GB-ENG', 2026, '2026-06-15'],
    ['GB-SCT', 2027, '2027-06-15'],
    ['GB-SCT', 2025, '2026-06-15'],
  ])('are nowhere and never else: %s, asked for %d, has no %s', async (calendar, year, date) => {
    expect(await datesOf(calendar, [year])).not.toContain(date);
  });

  it('are still lacking', async () => {
    const { default: Holidays } = await import('date-holidays');
    for (const { calendars, on } of MISSING) {
      for (const calendar of calendars) {
        const [country = '', state = ''] = calendar.split('-');
        const known = new Holidays(country, state)
          .getHolidays(2026)
          .filter(({ type, date }) => type === 'public' && date.slice(0, 10).endsWith(on));
        expect(known, `${calendar} ${on}: leave it out of missing-holidays.ts`).toEqual([]);
      }
    }
  });
});
