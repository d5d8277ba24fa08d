import { describe, expect, it } from 'vitest';
import { runReport } from '../../cli/report/report.ts';
import { acted, agreementWith, captured, seller, told } from '../support/scenario/field-world.ts';
import { collect, type Line, type Written, writeAgreement, writeFeed } from '../support/scenario/what-if.ts';

const world = agreementWith([seller('ida')]);

const lead = (time: string, nth: number) => {
  const email = `p${nth}@acme${nth}.example`;
  return [captured(time, email), acted(time, email)];
};

const reportOf = (agreement: Written, lines: readonly Line[]): Promise<string> => {
  const options = { agreement: writeAgreement(agreement), events: writeFeed(lines), json: false, seed: 1 };
  return collect(async (stdout) => void (await runReport(options, stdout)));
};

describe('a slip in a year', { timeout: 60_000 }, () => {
  it.each(['2126', '5555'])('costs nothing: fifty leads, and one of %s, are all assigned', async (year) => {
    const fifty = Array.from({ length: 50 }, (_, nth) =>
      lead(`2026-11-16T09:${String(nth).padStart(2, '0')}:00Z`, nth),
    );
    const facts = await told(world, [...fifty.flat(), ...lead(`${year}-11-16T09:00:00Z`, 50)]);
    const first = new Set(facts.filter(({ type }) => type === 'LeadAssigned').map(({ email }) => email));
    expect(first.size).toBe(51);
  });

  it.each(['2126', '9998'])('makes no report of a century of empty weeks: %s', async (year) => {
    const fifty = Array.from({ length: 50 }, (_, nth) =>
      lead(`2026-11-16T09:${String(nth).padStart(2, '0')}:00Z`, nth),
    );
    const text = await reportOf(world, [...fifty.flat(), ...lead(`${year}-11-16T09:00:00Z`, 50)]);
    expect(text).toContain('2026-W47');
    expect(text).toContain(`${year}-W`);
    expect(text.split('\n').length).toBeLessThan(300);
  });

  it.each(['1900-01-01T10:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])(
    'or %s, which stands for no date: the lead occurred when it came',
    async (none) => {
      const facts = await told(world, [...lead('2026-11-16T09:00:00Z', 0), ...lead(none, 1)]);
      expect(facts.filter(({ type }) => type === 'LeadRefused')).toEqual([]);
      expect(facts.find(({ type, email }) => type === 'LeadAssigned' && email === 'p1@acme1.example')?.at).toBe(
        '2026-11-16T09:00:00.000Z',
      );
    },
  );
});

describe('leads of many years', { timeout: 60_000 }, () => {
  const berlin = { timeZone: 'Europe/Berlin', calendar: 'DE', hours: { 'mon-fri': ['09:00-17:00'] } };
  const german = agreementWith([seller('ida', berlin)]);
  /** On Labour Day, in summer at eight in the morning there, and at Christmas. */
  const year2026 = ['2026-05-01T08:00:00Z', '2026-07-15T06:00:00Z', '2026-12-25T09:00:00Z'];
  const dueDates = async (times: readonly string[]): Promise<readonly unknown[]> => {
    const facts = await told(german, times.flatMap(lead));
    return facts.flatMap(({ type, data }) =>
      type === 'ClockStarted' && data?.clause === 'accept' ? [data.dueAt] : [],
    );
  };
  const expected = ['2026-05-04T07:30:00.000Z', '2026-07-15T07:30:00.000Z', '2026-12-28T08:30:00.000Z'];

  it('know the holidays and the summer time of each', async () => {
    expect(await dueDates(year2026)).toEqual(expected);
  });

  it.each(['1980-01-02', '2015-06-01', '2021-06-01', '2126-06-03'])('know them beside one of %s', async (day) => {
    const due = await dueDates([...year2026, `${day}T10:00:00Z`].sort());
    expect(expected.filter((at) => !due.includes(at))).toEqual([]);
  });
});
