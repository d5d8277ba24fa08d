import { describe, expect, it } from 'vitest';
import { loadFiles, problemsIn, SOUND } from '../../support/agreement/agreement-folder.ts';
import { reps, scoring, sla, tellsEach, wholeFile } from '../../support/agreement/wrong-agreement.ts';

describe('what is not YAML is told where it is', () => {
  tellsEach([
    ['a key that stands there twice', scoring('hot: 60', 'hot: 60\nhot: 70'), 'hot: 70', 'duplicate key "hot"'],
    [
      'a key that stands there twice, once in quotes',
      scoring('hot: 60', 'hot: 60\n"hot": 70'),
      '"hot"',
      'duplicate key "hot"',
    ],
    [
      'a key that stands there twice on one line',
      sla('within: PT1H, clock', 'within: PT1H, within : PT2H, clock'),
      'within ',
      'duplicate key "within"',
    ],
    [
      'an alias of an anchor that is nowhere',
      sla('alert: { within: PT1H }', 'alert: *gone'),
      '*gone',
      'no anchor "&gone" above',
    ],
    [
      'an alias inside its own anchor',
      sla('alert: { within: PT1H }', 'alert: &a { within: *a }'),
      '*a',
      '"*a" contains itself',
    ],
    [
      'a line that a tab indents',
      sla('    - { at: PT15M, do: remind }', '\t- { at: PT15M, do: remind }'),
      '\t',
      'a tab in the indentation, which YAML wants in spaces',
    ],
    [
      'a tab after spaces',
      reps('    email: ana@example.com', '  \temail: ana@example.com'),
      '\t',
      'a tab in the indentation, which YAML wants in spaces',
    ],
    [
      'a tab after the mark of a list',
      reps('  - id: ana', '  -\tid: ana'),
      '\t',
      'a tab in the indentation, which YAML wants in spaces',
    ],
    [
      'a second document',
      sla('rejectReasons: { no-time', '---\nrejectReasons: { no-time'),
      '---',
      'a second document begins here, and a file holds one',
    ],
    [
      'a second document that is broken',
      sla('rejectReasons: { no-time', '---\nrejectReasons: no-time'),
      '---',
      'a second document begins here, and a file holds one',
    ],
    ['what is no number', scoring('hot: 60', 'hot: .nan'), '.nan', 'expected a number, got .nan'],
    ['a number without end', scoring('hot: 60', 'hot: -.inf'), '-.inf', 'expected a number, got -.inf'],
    ['a file with nothing in it', wholeFile('content', ''), '', 'expected a mapping, got null'],
    ['a list for a mapping', wholeFile('content', '- content'), '- content', 'expected a mapping, got a list'],
  ]);

  it('tells a bracket that is not closed, and still looks at the other files', async () => {
    const sla = SOUND.sla.replace('clock: wall }', 'clock: wall');
    const content = SOUND.content.replace('company.industry', 'industry');
    const problems = problemsIn(await loadFiles({ ...SOUND, sla, content }));
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(/^sla\.yaml:9:1 Flow map/);
    expect(problems[1]).toMatch(/^content\.yaml:\d+:\d+ unknown field "industry"$/);
  });

  it.each([
    ['brackets', `${'['.repeat(800)}${']'.repeat(800)}`],
    ['brackets that are not closed', '['.repeat(5_000)],
    ['braces', `${'{a: '.repeat(800)}1${'}'.repeat(800)}`],
    ['lists', `${'- '.repeat(800)}1`],
    ['lines', Array.from({ length: 800 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('tells once what is nested hundreds deep, and still looks at the other files (%s)', async (_, sla) => {
    const content = SOUND.content.replace('company.industry', 'industry');
    const problems = problemsIn(await loadFiles({ ...SOUND, sla, content }));
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(/^sla\.yaml:\d+:\d+ nested deeper than 100$/);
    expect(problems[1]).toMatch(/^content\.yaml:\d+:\d+ unknown field "industry"$/);
  });

  it('tells each of two tabs once', async () => {
    const sla = SOUND.sla.replaceAll('    - {', '\t- {');
    expect(problemsIn(await loadFiles({ ...SOUND, sla }))).toEqual([
      'sla.yaml:6:1 a tab in the indentation, which YAML wants in spaces',
      'sla.yaml:7:1 a tab in the indentation, which YAML wants in spaces',
    ]);
  });

  it('takes tabs where they indent nothing', async () => {
    const sla = SOUND.sla
      .replace('within: PT30M', 'within:\tPT30M\t# half an hour')
      .replace('steps:\n', 'steps:\n\t\n');
    expect(problemsIn(await loadFiles({ ...SOUND, sla }))).toEqual([]);
  });

  it('tells every file that is missing', async () => {
    const { scoring, reps, sla } = SOUND;
    expect(problemsIn(await loadFiles({ scoring, reps, sla }))).toEqual([
      'territories.yaml:1:1 the file is missing',
      'content.yaml:1:1 the file is missing',
    ]);
  });
});

describe('of a key that stands there twice the second counts', () => {
  it.each([
    ['hot: 60\nhot: high', 'scoring.yaml:3:6 expected a number, got "high"'],
    ['hot: 60\nhot: >-\n  high', 'scoring.yaml:3:6 expected a number, got "high"'],
  ])('and its problem is told where it is: %j', async (written, problem) => {
    const scoring = SOUND.scoring.replace('hot: 60', written);
    expect(problemsIn(await loadFiles({ ...SOUND, scoring }))).toEqual([
      'scoring.yaml:3:1 duplicate key "hot"',
      problem,
    ]);
  });

  it('and nothing is told that hangs on which is meant', async () => {
    const reps = `${SOUND.reps}reps:\n  - { id: ben, name: Ben, email: ben, timeZone: UTC, hours: {}, manager: zoe }\n`;
    expect(problemsIn(await loadFiles({ ...SOUND, reps }))).toEqual([
      'reps.yaml:18:1 duplicate key "reps"',
      'reps.yaml:19:34 expected an e-mail address, got "ben"',
    ]);
    const tagged = reps.replace('email: ben,', 'email: !!str ben,');
    expect(problemsIn(await loadFiles({ ...SOUND, reps: tagged }))).toHaveLength(2);
  });
});
