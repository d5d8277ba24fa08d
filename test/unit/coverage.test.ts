import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../cli/check/check.ts';
import { coverageJson } from '../../cli/check/coverage-json.ts';
import { coverageOf } from '../../shared/agreement/analysis/coverage.ts';
import { hoursIn, ordinary, type Week } from '../../shared/agreement/analysis/week-gaps.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { isOpen } from '../../shared/domain/time/working-time.ts';
import {
  clause,
  DAY,
  HOUR,
  MINUTE,
  rep,
  smallAgreement,
  territory,
  weekdays,
} from '../support/agreement/small-agreement.ts';
import { writeAgreement } from '../support/scenario/what-if.ts';
import { WORLDS } from '../support/scenario/what-if-worlds.ts';

/** A Thursday in winter. */
const NOW = Date.parse('2026-11-19T12:00:00Z');
const MONDAY = Date.parse('2026-11-16T00:00:00Z');

const berlin = weekdays(9, 17, 'Europe/Berlin');
const tokyo = weekdays(9, 18, 'Asia/Tokyo');
const SLA = {
  accept: clause(60, []),
  contact: clause(60, []),
  verdict: clause(38 * 60, []),
  marketing: { qualifiedPerWeek: 50 },
};

const AGREEMENT = smallAgreement({
  reps: [
    rep('ana', { schedule: berlin, capacity: { open: 10, perDay: 4 } }),
    rep('ben', { schedule: berlin, capacity: { open: 10 }, channels: ['email'] }),
    rep('cem', { schedule: tokyo, capacity: { perDay: 6 } }),
    rep('mia', { schedule: { ...tokyo, week: tokyo.week.map(() => []) } }),
  ],
  territories: [
    territory('Germany', ['ana'], { when: { field: 'location.country', test: { in: ['DE'] } }, overflow: 'Rest' }),
    territory('Europe', ['cem', 'ana', 'ben'], { when: { field: 'source', test: { in: ['eu'] } } }),
    territory('Rest', ['cem']),
  ],
  sla: SLA,
});

const coverage = (agreement: Agreement) => coverageJson(coverageOf(agreement, NOW));

describe('the hours in which nobody is at work', () => {
  it('are told in UTC and in the zone of the territory', () => {
    const [germany, europe] = coverage(AGREEMENT).territories;
    expect(germany?.timeZone).toBe('Europe/Berlin');
    expect(germany?.nobodyAtWork).toEqual({
      hours: 128,
      utc: {
        mon: ['00:00-08:00', '16:00-24:00'],
        tue: ['00:00-08:00', '16:00-24:00'],
        wed: ['00:00-08:00', '16:00-24:00'],
        thu: ['00:00-08:00', '16:00-24:00'],
        fri: ['00:00-08:00', '16:00-24:00'],
        sat: ['00:00-24:00'],
        sun: ['00:00-24:00'],
      },
      local: {
        mon: ['00:00-09:00', '17:00-24:00'],
        tue: ['00:00-09:00', '17:00-24:00'],
        wed: ['00:00-09:00', '17:00-24:00'],
        thu: ['00:00-09:00', '17:00-24:00'],
        fri: ['00:00-09:00', '17:00-24:00'],
        sat: ['00:00-24:00'],
        sun: ['00:00-24:00'],
      },
    });
    expect(europe?.timeZone).toBe('Europe/Berlin');
    expect(europe?.nobodyAtWork.hours).toBe(168 - 5 * 16);
  });

  it('are fewer with those who help out', () => {
    const [germany, , rest] = coverage(AGREEMENT).territories;
    expect(germany?.overflow).toEqual(['Rest']);
    expect(germany?.nobodyAtWorkWithOverflow.utc.mon).toEqual(['16:00-24:00']);
    expect(germany?.nobodyAtWorkWithOverflow.local.sat).toEqual(['00:00-24:00']);
    expect(rest?.nobodyAtWorkWithOverflow).toEqual(rest?.nobodyAtWork);
  });

  it('are those in which nobody is, minute by minute', () => {
    const zones = ['Asia/Kolkata', 'America/Los_Angeles', 'Pacific/Auckland', 'UTC'];
    const opening = fc
      .tuple(fc.nat(47), fc.nat(47))
      .map(([a, b]) => ({ from: Math.min(a, b) * 30, to: Math.max(a, b) * 30 + 30 }));
    const schedule = fc.record({
      timeZone: fc.constantFrom(...zones),
      week: fc.array(fc.array(opening, { maxLength: 2 }), { minLength: 7, maxLength: 7 }),
    });
    fc.assert(
      fc.property(
        fc.array(schedule, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 60 }),
        (hours, weeks) => {
          const schedules = hours.map((one) => ({ ...berlin, ...one }));
          const at = NOW + weeks * 7 * DAY;
          const reps = schedules.map((each, i) => rep(`rep-${i}`, { schedule: each }));
          const agreement = smallAgreement({
            reps,
            territories: [
              territory(
                'All',
                reps.map(({ id }) => id),
              ),
            ],
          });
          const [all] = coverageOf(agreement, at).territories;
          const inGap = (week: Week | undefined, minute: number): boolean =>
            week?.[Math.floor(minute / 1440)]?.some(({ from, to }) => from <= minute % 1440 && minute % 1440 < to) ??
            false;
          for (let minute = 0; minute < 7 * 1440; minute += 30) {
            const instant = MONDAY + weeks * 7 * DAY + minute * MINUTE;
            expect(inGap(all?.gaps.utc, minute)).toBe(!schedules.some((each) => isOpen(each, instant)));
          }
          expect(all?.gaps.hours).toBe(hoursIn(all?.gaps.utc ?? []));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('leave out holidays and absences: the week is an ordinary one', () => {
    const away = { ...berlin, away: [{ from: '2026-11-01', to: '2026-12-01' }], holidays: ['2026-11-18'] };
    const agreement = smallAgreement({
      reps: [rep('ana', { schedule: away })],
      territories: [territory('All', ['ana'])],
    });
    expect(coverage(agreement).territories[0]?.nobodyAtWork.hours).toBe(128);
    expect(isOpen(ordinary(away), Date.parse('2026-11-18T09:00:00Z'))).toBe(true);
  });
});

describe('how many leads a week are taken', () => {
  it('is at most what the daily limits allow on days of work', () => {
    const { territories, leadsPerWeek, reps } = coverage(AGREEMENT);
    expect(territories.map((one) => one.leadsPerWeek.atMost)).toEqual([20, null, 30]);
    expect(leadsPerWeek.atMost).toBeNull();
    expect(reps).toBe(3);
  });

  it('is less where every lead stays open for as long as its clauses allow', () => {
    const { territories, leadsPerWeek } = coverage(AGREEMENT);
    // 40 hours of work a week, as many for each lead: ten open ones are ten a week. Cem has no limit to open leads.
    expect(territories.map((one) => one.leadsPerWeek.atFullClauses)).toEqual([10, 50, 30]);
    expect(leadsPerWeek.atFullClauses).toBe(50);
  });

  it('counts clauses by the wall clock in weeks of 168 hours', () => {
    const wall = (hours: number) => ({ withinMs: hours * HOUR, clock: 'wall' as const, steps: [] });
    const sla = { accept: wall(12), contact: wall(12), verdict: wall(60) };
    const { territories } = coverage({ ...AGREEMENT, sla: { ...AGREEMENT.sla, ...sla } });
    expect(territories[0]?.leadsPerWeek).toEqual({ atMost: 20, atFullClauses: 20 });
  });

  it('is nothing from those who never work, and from those without room', () => {
    const reps = [
      rep('ana', { schedule: berlin, capacity: { open: 0, perDay: 5 } }),
      rep('ben', { schedule: { ...berlin, week: berlin.week.map(() => []) } }),
    ];
    const agreement = smallAgreement({ reps, territories: [territory('All', ['ana', 'ben'])], sla: SLA });
    expect(coverage(agreement).leadsPerWeek).toEqual({ atMost: 0, atFullClauses: 0 });
  });
});

describe('who can be reached', () => {
  it('is told by name, with channels, and counted by channel', () => {
    const [, europe] = coverage(AGREEMENT).territories;
    expect(europe?.channels).toEqual({ sms: 2, email: 3, slack: 0 });
    expect(europe?.people[2]).toEqual({
      rep: 'ben',
      name: 'Ben',
      weight: 1,
      timeZone: 'Europe/Berlin',
      hoursAWeek: 40,
      channels: ['email'],
    });
  });
});

const told = async (options: { readonly coverage: boolean; readonly json: boolean }): Promise<string> =>
  (await checked({ promise: false, ...options })).stdout;

const checked = async (options: {
  readonly agreement?: string;
  readonly coverage: boolean;
  readonly promise: boolean;
  readonly json: boolean;
}): Promise<{ readonly stdout: string; readonly kept: boolean }> => {
  const stdout = new PassThrough();
  const [all, kept] = await Promise.all([
    text(stdout),
    check({ agreement: 'agreement', now: NOW, ...options }, stdout, new PassThrough()).finally(() => stdout.end()),
  ]);
  return { stdout: all, kept };
};

const WRITTEN = WORLDS['by country'];

/** One rep at work at the hours of the week, and their manager. */
const promising = (hours: object): string =>
  writeAgreement({
    ...WRITTEN,
    territories: [{ name: 'World', team: [{ rep: 'zoe' }] }],
    reps: [{ id: 'zoe', name: 'Zoe', email: 'zoe@sales.example', timeZone: 'Europe/Berlin', hours }],
  });

describe('the promise of the alert', () => {
  const asked = { coverage: false, promise: true, json: false } as const;

  it('is kept where somebody is at work, or soon is, at every hour', async () => {
    const agreement = promising({ 'mon-sun': ['00:00-24:00'] });
    const { stdout, kept } = await checked({ ...asked, agreement });
    expect(kept).toBe(true);
    expect(stdout).toMatch(/^a hot lead reaches somebody within 1 h at every hour of the week$/m);
  });

  it('is broken in hours that are named with territory and weekday', async () => {
    const agreement = promising({ mon: ['00:00-20:00'], tue: ['03:00-24:00'], 'wed-sun': ['00:00-24:00'] });
    const { stdout, kept } = await checked({ ...asked, agreement });
    expect(kept).toBe(false);
    expect(stdout.split('\n').slice(1)).toEqual([
      'a hot lead may wait longer than 1 h in these hours',
      'World: every mon 20:00-24:00 Europe/Berlin',
      'World: every tue 00:00-02:00 Europe/Berlin',
      '',
    ]);
  });

  it('is told to programs with the hours of the week, and with the coverage beside it', async () => {
    const agreement = promising({ mon: ['00:00-20:00'], tue: ['03:00-24:00'], 'wed-sun': ['00:00-24:00'] });
    const { stdout, kept } = await checked({ coverage: true, promise: true, json: true, agreement });
    expect(kept).toBe(false);
    const { promise, reps } = JSON.parse(stdout);
    expect(reps).toBe(1);
    expect(promise).toMatchObject({
      within: 'PT1H',
      kept: false,
      territories: [
        {
          territory: 'World',
          timeZone: 'Europe/Berlin',
          week: '2026-11-16',
          kept: false,
          holes: [
            { weekday: 'mon', from: '20:00', to: '24:00', dates: null },
            { weekday: 'tue', from: '00:00', to: '02:00', dates: null },
          ],
        },
      ],
    });
    const { mon, tue } = promise.territories[0].hours;
    expect([mon[19], mon[20], tue[2], tue[3]]).toEqual([
      { within: 'PT0S', by: ['zoe'] },
      { within: 'PT7H', by: ['zoe'] },
      { within: 'PT1H', by: ['zoe'] },
      { within: 'PT0S', by: ['zoe'] },
    ]);
  });

  it('is told hour by hour in a table, by whom too', async () => {
    const agreement = promising({ mon: ['00:00-20:00'], tue: ['03:00-24:00'], 'wed-sun': ['00:00-24:00'] });
    const { stdout, kept } = await checked({ ...asked, coverage: true, promise: false, agreement });
    expect(kept).toBe(true);
    const rows = stdout.slice(stdout.indexOf('  World, hours of Europe/Berlin')).split('\n');
    expect(rows.map((row) => row.replaceAll(/ +/g, ' '))).toEqual([
      ' World, hours of Europe/Berlin',
      ` ${Array.from({ length: 24 }, (_, hour) => hour).join(' ')}`,
      ` mon ${'. '.repeat(20)}7h! 6h! 5h! 4h!`,
      ` tue 3h! 2h! 60m ${'. '.repeat(21).trimEnd()}`,
      ` wed-sun ${'. '.repeat(24).trimEnd()}`,
      ' mon-sun 00:00-24:00 Zoe',
      '',
    ]);
  });
});

describe('check', () => {
  const sound = 'agreement is sound: 8 territories, 18 reps, 4 clauses, 18 scoring rules, 6 pieces of content\n';

  it('says in a line what is sound, and to programs nothing unless they ask for the coverage', async () => {
    expect(await told({ coverage: false, json: false })).toBe(sound);
    expect(readFileSync('README.md', 'utf8')).toContain(sound);
    expect(await told({ coverage: false, json: true })).toBe('');
  });

  it('tells the coverage of the example agreement, as a table and as JSON', async () => {
    const table = await told({ coverage: true, json: false });
    expect(table.startsWith(`${sound}\nCOVERAGE of an ordinary week, with clocks as in the week of 2026-11-16\n`)).toBe(
      true,
    );
    expect(table).toMatch(/\n {2}DACH enterprise +2 +2 +2 +0 +123 h 30 min +\d+ h( \d+ min)? +0 s +70 +\d+\n/);
    expect(table).toMatch(
      /\n {4}Europe\/Berlin +mon-thu 00:00-08:30 12:30-13:00 18:00-24:00, fri 00:00-08:30 17:00-24:00, sat-sun all day\n/,
    );
    expect(table).toContain('Marketing means to qualify 120 a week: the teams can take them.');
    const json: unknown = JSON.parse(await told({ coverage: true, json: true }));
    expect(json).toMatchObject({ week: '2026-11-16', qualifiedPerWeek: 120, reps: 15 });
  });
});
