import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgreementFile } from '../../shared/agreement/checks/finding.ts';
import { loadFiles, problemsIn, SOUND } from '../support/agreement/agreement-folder.ts';
import { soundAgreement } from '../support/agreement/sound-agreement.ts';

type Files = Readonly<Partial<Record<AgreementFile, string>>>;

/** The problems of the sound agreement with these files in place of its own; ¦ marks where each is expected, in order. */
const planted = async (files: Files) => {
  const where: string[] = [];
  const clean = Object.fromEntries(
    Object.entries(files).map(([file, marked]) => {
      const parts = marked.split('¦');
      for (let i = 1; i < parts.length; i++) {
        const before = parts.slice(0, i).join('').split('\n');
        where.push(`${file}.yaml:${before.length}:${(before.at(-1) ?? '').length + 1}`);
      }
      return [file, parts.join('')];
    }),
  );
  return { where, problems: problemsIn(await loadFiles({ ...SOUND, ...clean })) };
};

const expectPlanted = async (files: Files, ...messages: readonly string[]) => {
  const { where, problems } = await planted(files);
  expect(where).toHaveLength(messages.length);
  expect(problems).toEqual(messages.map((message, i) => `${where[i]} ${message}`));
};

const expectSound = async (files: Files) => expect((await planted(files)).problems).toEqual([]);

/** Territories A, B, C, … with these conditions, and one for the rest; a leading ¦ marks a territory. */
const territoriesOf = (...conditions: readonly string[]): string => {
  const lines = conditions.map((condition, i) => {
    const mark = condition.startsWith('¦') ? '¦' : '';
    return `  - ${mark}name: ${String.fromCharCode(65 + i)}\n    when: ${condition.slice(mark.length)}\n    team: [{ rep: ben }]\n`;
  });
  return `territories:\n${lines.join('')}  - name: Rest\n    team: [{ rep: ben }]\n`;
};

const taken = (name: string, by: string): string => {
  const take = by.includes(' ') ? 'take' : 'takes';
  return `"${name}" can never match: ${by} above ${take} every lead that it would`;
};

describe('a territory that those above leave nothing is told where it begins', () => {
  it.each([
    ['the same again', ['{ location.country: DE }', '¦{ location.country: DE }'], '"A"'],
    ['the same in another case', ['{ source: [Ads, Fair] }', '¦{ source: aDS }'], '"A"'],
    ['fewer of a list', ['{ location.country: [DE, AT, CH] }', '¦{ location.country: [CH, DE] }'], '"A"'],
    ['one more field', ['{ source: ads }', '¦{ source: ads, company.employees: { gte: 10 } }'], '"A"'],
    ['a narrower range', ['{ company.employees: { gte: 10 } }', '¦{ company.employees: { gt: 10, lte: 20 } }'], '"A"'],
    [
      'a number in a range',
      ['{ company.employees: { gte: 10, lt: 20 } }', '¦{ company.employees: [10, 19.5] }'],
      '"A"',
    ],
    ['a longer start', ['{ campaign: { startsWith: SPRING } }', '¦{ campaign: { startsWith: spring-2026 } }'], '"A"'],
    ['a longer end', ['{ campaign: { endsWith: -de } }', '¦{ campaign: { endsWith: ads-de } }'], '"A"'],
    ['a start that contains', ['{ campaign: { contains: ring } }', '¦{ campaign: { startsWith: Spring } }'], '"A"'],
    ['a text that contains', ['{ campaign: { contains: ring } }', '¦{ campaign: [spring, Ringing] }'], '"A"'],
    ['start and end that overlap', ['{ campaign: { startsWith: ab, endsWith: ba } }', '¦{ campaign: aba }'], '"A"'],
    ['what is there', ['{ campaign: { exists: true } }', '¦{ campaign: { contains: x } }'], '"A"'],
    ['what is not another', ['{ source: { not: [ads, fair] } }', '¦{ source: web }'], '"A"'],
    ['what is absent', ['{ source: { not: ads } }', '¦{ source: { exists: false } }'], '"A"'],
    ['one of several', ['{ any: [{ source: ads }, { campaign: a }] }', '¦{ campaign: a }'], '"A"'],
    [
      'every one of several',
      ['{ source: [a, b, c] }', '¦{ any: [{ source: a }, { all: [{ source: [b, c] }] }] }'],
      '"A"',
    ],
    ['what is not denied', ['{ not: { source: ads } }', '¦{ not: { source: { startsWith: a } } }'], '"A"'],
    ['a list in two parts', ['{ source: [a, b] }', '{ source: [c, d] }', '¦{ source: [d, a] }'], '"A" and "B"'],
    [
      'a range in two parts',
      [
        '{ company.employees: { lt: 100 } }',
        '{ company.employees: { gte: 100 } }',
        '¦{ location.country: DE, company.employees: { gte: 50 } }',
      ],
      '"A" and "B"',
    ],
    [
      'a range in parts that overlap, one of them of no use',
      [
        '{ company.employees: { lt: 10 } }',
        '{ company.employees: { gte: 20, lte: 60 } }',
        '{ company.employees: { gt: 50, lt: 90 } }',
        '¦{ company.employees: { gte: 30, lte: 70 } }',
      ],
      '"B" and "C"',
    ],
    [
      'a grid of two fields in four parts',
      [
        '{ source: a, company.employees: { lt: 10 } }',
        '{ source: a, company.employees: { gte: 10 } }',
        '{ source: b, consent.email: true }',
        '{ source: b, consent.email: { not: true } }',
        '¦{ source: [a, b], company.employees: { exists: true } }',
      ],
      '"A", "B", "C" and 1 more',
    ],
  ] satisfies [string, string[], string][])('%s', async (_, conditions, by) => {
    const own = String.fromCharCode(64 + conditions.length);
    await expectPlanted({ territories: territoriesOf(...conditions) }, taken(own, by));
  });

  it('each of several, and so are all below one without a condition', async () => {
    const territories = territoriesOf('{ source: a }', '¦{ source: a }', '{ source: b }', '¦{ source: [a, b] }');
    await expectPlanted({ territories }, taken('B', '"A"'), taken('D', '"A" and "C"'));
    const open = SOUND.territories.replace(/name: North\n.*/, '¦name: North').replace('name: Rest', '¦name: Rest');
    await expectPlanted(
      { territories: open },
      '"North" has no "when" and takes every lead: those below it can never match',
      taken('Rest', '"North"'),
    );
  });

  it('but not the last, which must be there', async () => {
    await expectSound({
      territories: territoriesOf('{ source: { exists: true } }', '{ not: { source: { exists: true } } }'),
    });
  });

  it('where nothing else of the file is sound', async () => {
    const { problems } = await planted({
      territories: territoriesOf('{ source: ads }', '{ source: Ads, kind: x }', '{ source: ads }').replace(
        'ben',
        'zoe',
      ),
    });
    expect(problems).toEqual([
      'territories.yaml:4:19 unknown rep "zoe"',
      'territories.yaml:5:5 "B" can never match: "A" above takes every lead that it would',
      'territories.yaml:6:26 unknown field "kind"',
      'territories.yaml:8:5 "C" can never match: "A" above takes every lead that it would',
    ]);
  });
});

describe('a territory that some lead comes to is not called unreachable', () => {
  it.each([
    ['a wider range', ['{ company.employees: { gte: 10 } }', '{ company.employees: { gte: 9 } }']],
    ['a bound', ['{ company.employees: { gt: 10 } }', '{ company.employees: { gte: 10 } }']],
    ['a gap', ['{ company.employees: { lt: 10 } }', '{ company.employees: { gt: 10 } }', '{ company.employees: 10 }']],
    [
      'who did not tell the number',
      ['{ company.employees: { lt: 10 } }', '{ company.employees: { gte: 10 } }', '{ location.country: DE }'],
    ],
    [
      'one more country',
      ['{ location.country: [DE, AT] }', '{ location.country: [CH] }', '{ location.country: [AT, FR] }'],
    ],
    ['a start of another end', ['{ campaign: { startsWith: a, endsWith: z } }', '{ campaign: { startsWith: a } }']],
    ['numbers as text', ['{ fields.seats: { gte: 0 } }', '{ fields.seats: "5" }']],
    ['neither true nor false', ['{ consent.sms: true }', '{ consent.sms: false }', '{ consent.sms: { not: true } }']],
    ['what is absent', ['{ source: ads }', '{ source: { not: ads } , campaign: x }', '{ source: { exists: false } }']],
  ] satisfies [string, string[]][])('%s', async (_, conditions) => {
    await expectSound({ territories: territoriesOf(...conditions) });
  });
});

describe('a condition that nothing can meet is told where its parts exclude each other', () => {
  const rule = (when: string) => SOUND.scoring.replace('when: { company.employees: { gte: 200 } }', `when: ${when}`);
  const action = (when: string) => SOUND.scoring.replace('when: { url: { contains: /pricing } }', `when: ${when}`);

  it('a test', async () => {
    const message = 'no value of company.employees passes this test';
    await expectPlanted({ scoring: rule('{ company.employees: ¦{ gte: 200, lt: 200 } }') }, message);
    await expectPlanted(
      { scoring: rule('{ any: [{ source: a }, { company.employees: ¦{ gt: 5, lt: 2 } }] }') },
      message,
    );
    await expectPlanted({ scoring: rule('{ not: { company.employees: ¦{ gt: 5, lt: 2 } } }') }, message);
    await expectPlanted({ scoring: rule('{ company.employees: { not: ¦{ gt: 5, lt: 2 } } }') }, message);
    await expectPlanted(
      { scoring: rule('{ company.name: ¦{ startsWith: a, not: { contains: A } } }') },
      'no value of company.name passes this test',
    );
    await expectPlanted(
      { scoring: rule('{ company.name: ¦{ startsWith: a, exists: false } }') },
      'no value of company.name passes this test',
    );
    await expectPlanted(
      { scoring: rule('{ person.email: ¦{ exists: false } }') },
      'no value of person.email passes this test',
    );
    await expectPlanted({ scoring: rule('{ source: ¦"" }') }, 'no value of source passes this test');
  });

  it('a whole condition', async () => {
    const message = 'this can never hold: its parts exclude each other';
    await expectPlanted(
      { scoring: rule('{ source: a, all: [{ source: b }] }').replace('when: { source', '¦when: { source') },
      message,
    );
    await expectPlanted(
      { scoring: rule('{ any: [¦{ source: a, not: { source: [A, b] } }, { source: c }] }') },
      message,
    );
    const action2 = action('{ kind: demo-requested }').replace('when: { kind', '¦when: { kind');
    await expectPlanted({ scoring: action2 }, message);
    await expectPlanted(
      {
        territories: territoriesOf('{ location.country: DE, not: { location.country: [AT, DE] } }').replace(
          'when:',
          '¦when:',
        ),
      },
      message,
    );
    const content = SOUND.content.replace(
      'for: { company.industry: [Retail] }',
      '¦for: { company.industry: [Retail], not: { company.industry: retail } }',
    );
    await expectPlanted({ content }, message);
  });

  it('but not one that something meets', async () => {
    await expectSound({ scoring: rule('{ company.employees: { gte: 200, lte: 200 } }') });
    await expectSound({ scoring: rule('{ source: { not: ads, contains: ads } }') });
    await expectSound({ scoring: action('{ kind: page-viewed, url: "" }') });
  });
});

const repsOf = (...reps: readonly string[]): string =>
  `reps:\n${reps.map((rep) => `  - { name: X, email: x@example.com, timeZone: Europe/Berlin, ${rep} }\n`).join('')}  - { id: mia, name: Mia, email: mia@example.com, timeZone: UTC, hours: {} }\n`;

const WEEK = 'hours: { mon-fri: ["09:00-17:00"] }';
const ANA = `id: ana, ${WEEK}`;
const TEAM =
  'territories:\n  - name: North\n    when: { source: ads }\n    team: [{ rep: ana }]\n  - name: Rest\n    team: [{ rep: ben }]\n';

describe('a team that is never at work in the coming year is told at its team', () => {
  const never = '"North" is never at work from 2026-01-01 to 2027-01-02';

  it.each([
    ['without hours', 'hours: {}'],
    ['away for good', `${WEEK}, away: [{ from: 2026-01-01, to: 2099-12-31 }]`],
    ['with other hours in other years only', 'hours: {}, overrides: [{ date: 2029-05-02, hours: ["09:00-12:00"] }]'],
    [
      'on holiday at every hour',
      'hours: { tue: ["09:00-10:00"] }, away: [{ from: 2025-12-01, to: 2026-06-30 }, { from: 2026-07-01, to: 2027-01-04 }]',
    ],
  ])('%s', async (_, hours) => {
    const territories = TEAM.replace('team: [{ rep: ana', '¦team: [{ rep: ana');
    await expectPlanted({ territories, reps: repsOf(`id: ana, ${hours}`, `id: ben, ${WEEK}`) }, `the team of ${never}`);
  });

  it('unless one of them is', async () => {
    const reps = repsOf('id: ana, hours: {}', `id: ben, ${WEEK}`);
    await expectSound({ territories: TEAM.replace('rep: ana }', 'rep: ana }, { rep: ben }'), reps });
    const back = `${WEEK}, away: [{ from: 2026-01-01, to: 2026-12-30 }]`;
    await expectSound({ territories: TEAM, reps: repsOf(`id: ana, ${back}`, `id: ben, ${WEEK}`) });
  });
});

describe('a territory whose leads nobody could take is told', () => {
  it('where everybody has a capacity of 0, helpers too', async () => {
    const full = (id: string, capacity: string) => `id: ${id}, ${WEEK}, capacity: ${capacity}`;
    const reps = repsOf(
      full('ana', '{ open: 0 }'),
      full('ben', '{ perDay: 0 }'),
      full('cem', '{ open: 1, perDay: 1 }'),
    );
    const territories = TEAM.replace('team: [{ rep: ana }]', '¦team: [{ rep: ana }]\n    overflow: Help').replace(
      'name: Rest\n    team: [{ rep: ben }]',
      'name: Help\n    when: { source: b }\n    ¦team: [{ rep: ben }]\n  - name: Rest\n    team: [{ rep: cem }]',
    );
    await expectPlanted(
      { territories, reps },
      'nobody who takes the leads of "North" has room for one: their capacity is 0',
      'nobody who takes the leads of "Help" has room for one: their capacity is 0',
    );
    await expectPlanted(
      { territories: territories.replace('¦', '').replace('[{ rep: ana }]', '[{ rep: ana }, { rep: cem }]'), reps },
      'nobody who takes the leads of "Help" has room for one: their capacity is 0',
    );
  });

  it('where all of them speak a language that nobody does', async () => {
    const reps = repsOf(`id: ana, ${WEEK}, languages: [en, de-AT]`, `id: ben, ${WEEK}, languages: [fr]`);
    const north = (when: string, more = '') =>
      TEAM.replace('{ source: ads }', when).replace('team:', `¦language: match${more}\n    team:`);
    const message = 'nobody who takes the leads of "North" speaks a language that they are in';
    await expectPlanted({ territories: north('{ language: [fr, nl-BE] }'), reps }, message);
    await expectPlanted(
      { territories: north('{ language: { startsWith: "es-" } }', '\n    overflow: Rest'), reps },
      message,
    );
    const sound = (when: string, more = '') => expectSound({ territories: north(when, more).replace('¦', ''), reps });
    await sound('{ language: [fr, de] }');
    await sound('{ language: fr }', '\n    overflow: Rest');
    await sound('{ language: { startsWith: "de" } }');
    await sound('{ language: { not: [en, de] } }');
    await sound('{ source: ads }');
  });
});

describe('a clause by the wall clock that hours can never meet is told at its time', () => {
  const clause = (name: string, within: string) =>
    `${SOUND.sla
      .replace(/accept:(\n {2}.*)+\n/, 'accept: { within: PT30M, clock: working }\n')
      .replace(/contact: .*\n/, '')}${name}: { within: ${within}, clock: wall }\n`;
  const accept = (within: string) =>
    SOUND.sla
      .replace(/accept:(\n {2}.*)+\n/, `accept: { within: ${within}, clock: wall }\n`)
      .replace(/contact: .*\n/, '');
  const told = (duration: string, teams: string) =>
    `by the wall clock ${duration} after any hour of work nobody is at work in the team of ${teams}`;

  it('where it is always due when nobody of the team works', async () => {
    const reps = repsOf('id: ana, hours: { mon-fri: ["09:00-09:20"] }', `id: ben, ${WEEK}`);
    await expectPlanted({ territories: TEAM, reps, sla: accept('¦PT30M') }, told('PT30M', '"North"'));
    await expectPlanted({ territories: TEAM, reps, sla: clause('contact', '¦PT21M') }, told('PT21M', '"North"'));
    await expectPlanted({ territories: TEAM, reps, sla: clause('verdict', '¦PT8H') }, told('PT8H', '"North"'));
    const both = TEAM.replace('rep: ben', 'rep: ana');
    await expectPlanted({ territories: both, reps, sla: accept('¦PT30M') }, told('PT30M', '"North" and "Rest"'));
  });

  it('but not where it may be due at work, or over night', async () => {
    const reps = repsOf('id: ana, hours: { mon-fri: ["09:00-09:20", "09:45-10:00"] }', `id: ben, ${WEEK}`);
    await expectSound({ territories: TEAM, reps, sla: accept('PT20M') });
    await expectSound({ territories: TEAM, reps, sla: accept('PT30M') });
    await expectSound({ territories: TEAM, reps, sla: clause('verdict', 'PT12H') });
    await expectSound({ territories: TEAM, reps, sla: accept('PT24H') });
    const other = repsOf('id: ana, hours: { mon: ["09:00-09:20"] }', 'id: ben, hours: { mon: ["09:30-09:31"] }');
    const together = TEAM.replace('rep: ana }', 'rep: ana }, { rep: ben }').replace(
      '[{ rep: ben }]',
      '[{ rep: ana }, { rep: ben }]',
    );
    await expectSound({ territories: together, reps: other, sla: accept('PT30M') });
  });

  it('and our own alert, where quiet hours hold every SMS back for longer', async () => {
    const quiet = (hours: string, more = 'alerts: [sms]') =>
      repsOf(`${ANA}, phone: "+4917139200011", quiet: "${hours}", ${more}`, `id: ben, ${WEEK}`);
    const sla = accept('PT30M').replace('PT1H', '¦PT1H');
    const message =
      'quiet hours hold back every SMS to the team of "North" for longer than this, and no e-mail reaches it';
    await expectPlanted({ territories: TEAM, reps: quiet('07:00-22:00'), sla }, message);
    await expectPlanted({ territories: TEAM, reps: quiet('08:00-18:00'), sla }, message);
    await expectSound({ territories: TEAM, reps: quiet('08:01-22:00'), sla: accept('PT30M') });
    await expectSound({ territories: TEAM, reps: quiet('07:00-17:59'), sla: accept('PT30M') });
    await expectSound({ territories: TEAM, reps: quiet('07:00-22:00', 'alerts: [sms, email]'), sla: accept('PT30M') });
    await expectSound({ territories: TEAM, reps: quiet('22:00-07:00'), sla: accept('PT30M') });
  });
});

describe('a sound agreement', () => {
  it('passes, whatever it says: thirty made at random', async () => {
    for (const files of fc.sample(soundAgreement, { numRuns: 30, seed: 2026 })) {
      expect(problemsIn(await loadFiles(files))).toEqual([]);
    }
  });
});
