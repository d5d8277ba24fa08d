import { describe, expect, it } from 'vitest';
import { runForecast } from '../../cli/forecast/forecast.ts';
import { agreementWith, seller } from '../support/scenario/field-world.ts';
import { collect, writeAgreement, writeFeed } from '../support/scenario/what-if.ts';
import { yearOfLeads } from '../support/scenario/year-of-leads.ts';

const agreement = writeAgreement(
  agreementWith([seller('ana', { capacity: { perDay: 1 } }), seller('ben')], {
    territories: [
      { name: 'Far', when: { 'location.country': ['NZ'] }, team: [{ rep: 'ben' }] },
      { name: 'Near', team: [{ rep: 'ana' }] },
    ],
  }),
);
/** A year of hot leads, about twelve a week. */
const events = writeFeed(yearOfLeads(2026, { leads: 600, seed: 3 }));

/** What the command prints, and whether it could foresee anything. */
const foreseen = async (until: string, json = true) => {
  let isEnough: boolean | undefined;
  const text = await collect(async (stdout) => {
    isEnough = await runForecast({ agreement, events, until: Date.parse(until), json, seed: 1 }, stdout);
  });
  return { text, isEnough };
};

describe('the forecast of a feed', () => {
  it('is a document of thirteen weeks, and of what each team can take of them', async () => {
    const { text, isEnough } = await foreseen('2026-09-30T12:00:00Z');
    const document = JSON.parse(text);
    expect(isEnough).toBe(true);
    expect(document).toMatchObject({ forecast: 1, of: 'qualified', refusal: null, backtest: { seasonalNaive: {} } });
    expect(document.weeks).toHaveLength(13);
    const [first] = document.weeks;
    expect(first.week).toBe('2026-W40');
    expect(first.mean).toBeGreaterThan(9);
    expect(first.mean).toBeLessThan(15);
    expect(first.lo95).toBeLessThanOrEqual(first.lo80);
    expect(document.capacity).toHaveLength(26);
    expect(document.capacity[0]).toEqual({ week: '2026-W40', territory: 'Far', takes: null, expected: 0, room: null });
    expect(document.capacity[1]).toMatchObject({ territory: 'Near', takes: 7, expected: first.mean });
    expect(document.capacity[1].room).toBeCloseTo(7 - first.mean, 2);
  });

  it('tells a person which weeks are too many for a team', async () => {
    const { text } = await foreseen('2026-09-30T12:00:00Z', false);
    expect(text).toContain('2026-W40');
    expect(text).toMatch(/Near: 7\.0, \d+\.\d, 2026-W40 2026-W41/);
    expect(text).toContain('Far: no limit, 0.0, none');
  });

  it('is refused after eleven whole weeks', async () => {
    const { text, isEnough } = await foreseen('2026-03-25T12:00:00Z');
    expect(isEnough).toBe(false);
    expect(JSON.parse(text)).toEqual({
      ...{ forecast: 1, of: 'qualified', weeks: [], method: null, backtest: null, capacity: [] },
      refusal: { why: 'not enough history', needs: '12 whole weeks; there are 11' },
    });
    expect((await foreseen('2026-03-25T12:00:00Z', false)).text).toContain('there are 11');
  });
});
