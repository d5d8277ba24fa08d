import { describe, expect, it } from 'vitest';
import { loadFiles, problemsIn, SOUND } from '../../support/agreement/agreement-folder.ts';
import { scoring, sla, tellsEach, wholeFile } from '../../support/agreement/wrong-agreement.ts';

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

  it('tells every file that is missing', async () => {
    const { scoring, reps, sla } = SOUND;
    expect(problemsIn(await loadFiles({ scoring, reps, sla }))).toEqual([
      'territories.yaml:1:1 the file is missing',
      'content.yaml:1:1 the file is missing',
    ]);
  });
});
