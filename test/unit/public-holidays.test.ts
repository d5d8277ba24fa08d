import { describe, expect, it } from 'vitest';
import { createPublicHolidays } from '../../shared/agreement/public-holidays.ts';

const { publicHolidays } = createPublicHolidays();

describe('public holidays', () => {
  it("are those of a part of a country, on top of the country's own", async () => {
    const bavaria = await publicHolidays('DE-BY', [2026]);
    const germany = await publicHolidays('DE', [2026]);
    expect(bavaria).toEqual(expect.arrayContaining([...(germany ?? []), '2026-01-06', '2026-06-04', '2026-11-01']));
    expect(germany).not.toContain('2026-01-06');
  });

  it('include the day off instead of one on a weekend', async () => {
    expect(await publicHolidays('GB-ENG', [2026])).toContain('2026-12-28');
  });

  it('leave out days that are only observed', async () => {
    expect(await publicHolidays('DE', [2026])).not.toContain('2026-12-24');
  });

  it('cover the years that are asked for, in order', async () => {
    const years = (await publicHolidays('FR', [2027, 2026]))?.map((date) => date.slice(0, 4)) ?? [];
    expect(years).toEqual([...years].sort());
    expect(new Set(years)).toEqual(new Set(['2026', '2027']));
  });

  it('count each day of one that lasts several', async () => {
    expect(await publicHolidays('SA', [2026])).toEqual(
      expect.arrayContaining(['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22']),
    );
  });

  it.each(['XX', 'DE-XX', 'DE-BY-XX', 'DE-BY-A-B', 'de-by', '', 'Germany', 'constructor', 'DE-constructor'])(
    'are not known for %j',
    async (calendar) => {
      expect(await publicHolidays(calendar, [2026])).toBeUndefined();
    },
  );
});
