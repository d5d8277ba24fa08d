import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGREEMENT_FILES } from '../../shared/agreement/checks/finding.ts';
import { LEAD_FIELD_TEXTS } from '../../shared/agreement/files/field-texts.ts';
import { openYamlEditor, type YamlEditor } from '../support/editor/yaml-editor.ts';

/** The mark ¦ in a text is where the pointer or the cursor is. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

let editor: YamlEditor;
beforeAll(async () => {
  editor = await openYamlEditor();
}, 30_000);
afterAll(() => editor.close());

const written = (schema: string, text: string): string =>
  `# yaml-language-server: $schema=../schemas/agreement/${schema}.schema.json\n${text}`;

let files = 0;
const completed = async (schema: string, text: string) => {
  files++;
  const items = await editor.complete(`agreement/new-${files}.yaml`, written(schema, text));
  return new Map(items.map(({ label, documentation }) => [label, documentation]));
};

describe('an editor that runs the YAML language server', { timeout: 30_000 }, () => {
  it.each(['agreement', 'docs/examples/marketstar/agreement'])('finds nothing wrong in %s', async (folder) => {
    for (const name of AGREEMENT_FILES) {
      const file = `${folder}/${name}.yaml`;
      expect(await editor.problems(file, read(file))).toEqual([]);
    }
  });

  it.each([
    ['agreement/sla.yaml', 'max¦Owners', 'When so many reps have had a lead, the manager owns it.'],
    ['agreement/sla.yaml', 'clo¦ck', "`working` counts the owner's hours of work, `wall` every hour."],
    [
      'agreement/reps.yaml',
      'qui¦et',
      'No SMS and no Slack in this time of the day. E-mail still goes. Left out: none.',
    ],
    ['agreement/reps.yaml', 'mon-f¦ri', '`24:00` ends a day'],
    ['agreement/scoring.yaml', 'half¦Life', 'The duration after which an action counts half.'],
    ['agreement/scoring.yaml', 'company.em¦ployees', 'How many the company has.'],
    ['agreement/scoring.yaml', 'gt¦e', 'A number of at least this.'],
    [
      'agreement/territories.yaml',
      'whe¦n',
      'A condition on the lead. The last territory has none. Left out: every lead.',
    ],
    ['agreement/content.yaml', 'fo¦r', 'A condition on the lead. Left out: everybody.'],
  ])('explains in %s what %s means', async (file, marked, meaning) => {
    const key = marked.replace('¦', '');
    // The key itself, not a comment that speaks of it.
    const text = read(file).replace(new RegExp(`(?<=\\n[^#\\n]*)\\b${key.replaceAll('.', '\\.')}(?=:)`), marked);
    expect(text).toContain('¦');
    expect(await editor.hover(file, text)).toContain(meaning);
  });

  it('completes the keys of a file, each with what it means', async () => {
    const keys = await completed('sla', '¦');
    expect([...keys.keys()]).toEqual(
      expect.arrayContaining(['alert', 'accept', 'contact', 'verdict', 'maxOwners', 'rejectReasons', 'alerts']),
    );
    expect(keys.get('accept')).toBe('The clause from assigned to accepted.');
  });

  it('completes the keys of an entry that are not there yet', async () => {
    const keys = await completed('reps', 'reps:\n  - id: ana\n    ¦');
    expect([...keys.keys()]).toEqual(expect.arrayContaining(['name', 'timeZone', 'hours', 'quiet']));
    expect([...keys.keys()]).not.toContain('id');
  });

  it.each([
    ['sla', 'accept:\n  clock: ¦', ['working', 'wall']],
    ['sla', 'accept:\n  within: ¦', ['30 min', '1 hour']],
    ['sla', 'accept:\n  steps:\n    - do: ¦', ['remind', 'tell-manager', 'reassign', 'recycle']],
    ['territories', 'territories:\n  - share: ¦', ['count', 'score']],
    ['reps', 'reps:\n  - alerts:\n      - ¦', ['sms', 'email']],
    ['reps', 'reps:\n  - hours:\n      ¦', ['mon-fri', 'mon', 'sun']],
    ['scoring', 'minimum:\n  - ¦', ['person.email', 'company.employees']],
    ['scoring', 'fit:\n  - when:\n      ¦', [...Object.keys(LEAD_FIELD_TEXTS), 'any', 'all', 'not']],
    ['scoring', 'behaviour:\n  actions:\n    - when:\n        ¦', ['url', 'contentId', 'title', 'any']],
    ['scoring', 'fit:\n  - when:\n      company.employees:\n        ¦', ['gte', 'lt', 'exists', 'not']],
    [
      'content',
      'content:\n  - for:\n      any:\n        - company.name:\n            ¦',
      ['startsWith', 'contains', 'exists'],
    ],
  ])('completes in %s.yaml what may stand there: %s', async (schema, text, expected) => {
    expect([...(await completed(schema, text)).keys()]).toEqual(expect.arrayContaining(expected));
  });

  it('does not offer for a number what only texts can be asked', async () => {
    const keys = await completed('scoring', 'fit:\n  - when:\n      company.employees:\n        ¦');
    expect([...keys.keys()]).not.toContain('startsWith');
  });

  it('marks mistakes where they are', async () => {
    const text = written(
      'sla',
      'alert: { within: 5 minuets }\naccept: { within: 30 min, clock: working }\nmaxOwner: 3\nalerts: { senderId: Acme Incorporated }\n',
    );
    expect(await editor.problems('agreement/wrong.yaml', text)).toEqual([
      '2:18 expected a duration above zero such as 30 minutes, 2 h or PT30M',
      '4:1 Property maxOwner is not allowed.',
      '5:21 expected at most 11 letters and digits, one a letter',
    ]);
  });
});
