import { describe, expect, it } from 'vitest';
import { createPublicHolidays } from '../../shared/agreement/holidays/public-holidays.ts';
import { loadAgreement } from '../../shared/agreement/load-agreement.ts';
import { agreementOf, loadFiles, problemsIn, SOUND } from '../support/agreement/agreement-folder.ts';
import { HOUR, iso } from '../support/working-time/schedules.ts';

describe('a sound agreement', () => {
  it('compiles what both teams wrote to what functions read', async () => {
    const agreement = agreementOf(await loadFiles(SOUND));
    expect(agreement.scoring).toEqual({
      hot: 60,
      warm: 30,
      minimum: ['person.email', 'fields.seats'],
      fit: [
        { name: 'large', points: 25, when: { field: 'company.employees', test: { gte: 200 } } },
        { name: 'rival', points: -100, when: { field: 'company.domain', test: { in: ['rival.com'] } } },
      ],
      behaviour: {
        halfLifeMs: 14 * 86_400_000,
        actions: [
          { name: 'demo', kind: 'demo-requested', points: 60, handRaise: true },
          {
            name: 'pricing',
            kind: 'page-viewed',
            when: { field: 'url', test: { contains: '/pricing' } },
            points: 15,
            atMost: 30,
            handRaise: false,
          },
        ],
      },
      freeMail: [],
    });
    expect(agreement.territories).toEqual([
      {
        name: 'DACH',
        when: { field: 'location.country', test: { in: ['DE', 'AT'] } },
        team: [
          { rep: 'ana', weight: 2 },
          { rep: 'ben', weight: 1 },
        ],
        share: 'count',
        overflow: 'North',
        matchLanguage: false,
      },
      {
        name: 'North',
        when: { field: 'location.country', test: { in: ['NO'] } },
        team: [{ rep: 'ben', weight: 1 }],
        share: 'score',
        overflow: 'Rest',
        matchLanguage: true,
      },
      { name: 'Rest', team: [{ rep: 'ben', weight: 1 }], share: 'count', matchLanguage: false },
    ]);
    expect(agreement.sla).toEqual({
      alert: { withinMs: 3_600_000, steps: [] },
      accept: {
        withinMs: 1_800_000,
        clock: 'working',
        steps: [
          { atMs: 900_000, do: 'remind' },
          { atMs: 1_800_000, do: 'reassign' },
        ],
      },
      contact: { withinMs: 3_600_000, clock: 'wall', steps: [] },
      maxOwners: 3,
      rejectReasons: { 'no-time': 'reassign' },
      alerts: { throttle: { max: 5, perMs: 600_000 } },
    });
    expect(agreement.content[1]).toEqual({
      id: 'roi',
      title: 'ROI',
      url: 'https://example.com/roi',
      for: { field: 'company.industry', test: { in: ['Retail'] } },
      after: ['tour'],
    });
  });

  it('has the languages of a rep as those of leads are read, whatever code they are written by', async () => {
    expect(SOUND.reps).toContain('languages: [de, EN]');
    const reps = SOUND.reps.replace('languages: [de, EN]', 'languages: [nb, iw, pt-BR, nn, DE]');
    expect(agreementOf(await loadFiles({ ...SOUND, reps })).reps.ana?.languages).toEqual(['no', 'he', 'pt', 'de']);
  });

  it('compiles hours, holidays and absences to a schedule', async () => {
    const { ana } = agreementOf(await loadFiles(SOUND)).reps;
    const split = [
      { from: 540, to: 750 },
      { from: 810, to: 1080 },
    ];
    expect(ana).toEqual({
      id: 'ana',
      name: 'Ana Ortiz',
      email: 'ana@example.com',
      phone: '+4917139200011',
      manager: 'mia',
      languages: ['de', 'en'],
      schedule: {
        zone: expect.objectContaining({ name: 'Europe/Berlin' }),
        week: [split, split, split, split, [{ from: 1320, to: 1800 }], [], []],
        holidays: ['2025-01-06', '2026-01-06', '2026-12-31', '2027-01-06', '2028-01-06', '2029-01-06'],
        dateHours: { '2026-12-24': [{ from: 540, to: 720 }] },
        breaks: {},
        away: [{ from: '2026-12-28', to: '2027-01-02' }],
      },
      capacity: { open: 25, perDay: 8 },
      channels: ['sms', 'email'],
      quiet: { from: 1320, to: 420 },
    });
  });

  it('compiles the clock of a zone for the year before to ten years after', async () => {
    const { ana, ben } = agreementOf(await loadFiles(SOUND)).reps;
    const { changes = [], offsets = [] } = ana?.schedule.zone ?? {};
    expect(iso(changes[0])).toBe('2025-03-30T01:00:00.000Z');
    expect(iso(changes.at(-1))).toBe('2036-10-26T01:00:00.000Z');
    expect(changes).toHaveLength(24);
    expect(offsets).toEqual(Array.from({ length: 25 }, (_, i) => (i % 2 === 0 ? HOUR : 2 * HOUR)));
    expect(ben?.schedule.zone).toEqual({ name: 'UTC', changes: [], offsets: [0] });
  });

  it('mends a calendar as it says, for whoever follows it', async () => {
    const mend = 'calendars: { DE-BY: { add: [2026-06-15, 2027-01-06], remove: [2026-01-06] } }\n';
    const { ana, ben } = agreementOf(await loadFiles({ ...SOUND, reps: `${mend}${SOUND.reps}` })).reps;
    expect(ana?.schedule.holidays).toEqual([
      '2025-01-06',
      '2026-06-15',
      '2026-12-31',
      '2027-01-06',
      '2028-01-06',
      '2029-01-06',
    ]);
    expect(ben?.schedule.holidays).toEqual([]);
  });

  it('keeps a shift past midnight whole, on a date of its own too', async () => {
    const reps = SOUND.reps.replace('["09:00-12:00"]', '["20:00-02:30"]');
    const { ana } = agreementOf(await loadFiles({ ...SOUND, reps })).reps;
    expect(ana?.schedule.week[4]).toEqual([{ from: 1320, to: 1800 }]);
    expect(ana?.schedule.dateHours).toEqual({ '2026-12-24': [{ from: 1200, to: 1590 }] });
  });

  it('lets a range of days run over the weekend, and a day be open throughout', async () => {
    const allDay = [{ from: 0, to: 1440 }];
    const { ben } = agreementOf(await loadFiles(SOUND)).reps;
    expect(ben?.schedule.week).toEqual([allDay, [], [], [], [], allDay, allDay]);
  });

  it('reaches a rep without a phone by e-mail alone, even one who would rather have SMS', async () => {
    const reps = SOUND.reps.replace('id: ben,', 'id: ben, alerts: [sms, email],');
    const agreement = agreementOf(await loadFiles({ ...SOUND, reps }));
    expect(agreement.reps.ben?.channels).toEqual(['email']);
    expect(agreement.reps.mia?.channels).toEqual(['email']);
  });

  it('keeps the order of the channels', async () => {
    const reps = SOUND.reps.replace('    quiet:', '    alerts: [email, sms]\n    quiet:');
    expect(agreementOf(await loadFiles({ ...SOUND, reps })).reps.ana?.channels).toEqual(['email', 'sms']);
  });

  it('reads every shape of a condition', async () => {
    const when = `{
      location.country: NO, company.employees: { gte: 10, lt: 20 }, source: { not: [ads] },
      any: [{ interest: a }, { language: [de, en] }], all: [{ campaign: { exists: false } }],
      not: { company.name: { not: { startsWith: x } } } }`;
    const territories = SOUND.territories.replace('{ location.country: NO }', when);
    const [, north] = agreementOf(await loadFiles({ ...SOUND, territories })).territories;
    expect(north?.when).toEqual({
      all: [
        { field: 'location.country', test: { in: ['NO'] } },
        { field: 'company.employees', test: { gte: 10, lt: 20 } },
        { field: 'source', test: { not: { in: ['ads'] } } },
        { field: 'campaign', test: { exists: false } },
        {
          any: [
            { field: 'interest', test: { in: ['a'] } },
            { field: 'language', test: { in: ['de', 'en'] } },
          ],
        },
        { not: { field: 'company.name', test: { not: { startsWith: 'x' } } } },
      ],
    });
  });

  it('may share a week of hours by an anchor', async () => {
    const reps = SOUND.reps.replace('{ sat-mon: ', '&days { sat-mon: ').replace('hours: {}', 'hours: *days');
    const agreement = agreementOf(await loadFiles({ ...SOUND, reps }));
    expect(agreement.reps.mia?.schedule.week).toEqual(agreement.reps.ben?.schedule.week);
  });

  it('has a hash that follows what it says, not how it is written', async () => {
    const { hash } = agreementOf(await loadFiles(SOUND));
    const rewritten = SOUND.scoring
      .replace(', points: 25 }', ' }')
      .replace('{ name: large,', '{ points: 25, name: large,');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(agreementOf(await loadFiles({ ...SOUND, scoring: `# other words\n${rewritten}` })).hash).toBe(hash);
    const changed = SOUND.scoring.replace('points: 25', 'points: 26');
    expect(agreementOf(await loadFiles({ ...SOUND, scoring: changed })).hash).not.toBe(hash);
  });
});

describe('an agreement with several problems', () => {
  it('tells them all, file by file and from top to bottom', async () => {
    const problems = problemsIn(
      await loadFiles({
        ...SOUND,
        scoring: SOUND.scoring.replace('company.domain', 'company.web').replace('hot: 60', 'hot: 60\nhott: 1'),
        territories: SOUND.territories.replace('rep: ana', 'rep: zoe').replace('weight: 2', 'wait: 2'),
      }),
    );
    expect(problems).toEqual([
      'scoring.yaml:3:1 unknown field "hott"',
      'scoring.yaml:8:13 unknown field "company.web"',
      'territories.yaml:4:19 unknown rep "zoe"',
      'territories.yaml:4:24 unknown field "wait"',
    ]);
  });

  it('tells a circle of overflow once, at its first territory', async () => {
    const territories = SOUND.territories.replace('overflow: Rest', 'overflow: DACH');
    expect(problemsIn(await loadFiles({ ...SOUND, territories }))).toEqual([
      'territories.yaml:5:15 overflow runs in a circle: "DACH" → "North"',
    ]);
  });

  it('tells once what several entries have from one anchor', async () => {
    const reps = SOUND.reps.replace('{ sat-mon: ', '&days { weekend: ').replace('hours: {}', 'hours: *days');
    const problems = problemsIn(await loadFiles({ ...SOUND, reps }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('unknown day "weekend"');
  });

  it('does not call reps unknown because reps.yaml is broken', async () => {
    const problems = problemsIn(await loadFiles({ ...SOUND, reps: 'reps: {' }));
    expect(problems.every((problem) => problem.startsWith('reps.yaml'))).toBe(true);
    expect(problems).toHaveLength(1);
  });
});

describe('the example agreement', () => {
  it('is sound', async () => {
    const loaded = await loadAgreement('agreement', { year: 2026, calendar: createPublicHolidays() });
    const agreement = agreementOf({ loaded });
    expect(agreement.territories.map(({ name }) => name)).toEqual([
      'DACH enterprise',
      'DACH',
      'UK & Ireland',
      'France & Benelux',
      'Nordics',
      'US East',
      'US West',
      'Rest of world',
    ]);
    expect(agreement.reps.ana?.schedule.holidays).toContain('2026-01-06');
    expect(agreement.reps.cem?.schedule.holidays).not.toContain('2026-01-06');
  });
});
