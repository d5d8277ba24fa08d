import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { golden } from '../support/scenario/command.ts';
import { writeAgreement, writeFeed } from '../support/scenario/what-if.ts';
import { emailOfLead, generatedFeed, WORLDS } from '../support/scenario/what-if-worlds.ts';

const folder = mkdtempSync(join(tmpdir(), 'exit-codes-'));
const agreement = writeAgreement(WORLDS['by country']);
const events = writeFeed(generatedFeed(6, 1));

const MAP = `source: crm
id: "{Id}"
time: { column: Created, format: iso }
events: [{ type: LeadCaptured, data: { person.email: "{Email}" } }]
`;

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const map = file('map.yaml', MAP);
const table = file('table.csv', 'Id,Email,Created\n1,a@x.com,2021-02-03\n2,,\n');
const badTable = file('bad.csv', 'Id,Email,Created\n1,,\n');
const wrongMap = file('wrong.yaml', MAP.replace('{Id}', '{Nr}'));

afterAll(() => rmSync(folder, { recursive: true }));

const play = ['--agreement', agreement, '--events', events];

describe('the command', { timeout: 30_000 }, () => {
  it.each([
    ['an explanation of a lead that the feed knows', ['explain', ...play, '--lead', emailOfLead(1)], 0],
    ['one of a lead that it does not know', ['explain', ...play, '--lead', 'nobody@x.example'], 1],
    ['one of nobody', ['explain', ...play], 2],
    ['one of what is no address', ['explain', ...play, '--lead', 'nobody'], 2],
    ['a comparison', ['compare', ...play, '--with', agreement], 0],
    ['one with nothing', ['compare', ...play], 2],
    ['an import', ['import-csv', table, '--map', map], 0],
    ['one of bad rows alone', ['import-csv', badTable, '--map', map], 1],
    ['one by a wrong map', ['import-csv', table, '--map', wrongMap], 2],
    ['one of no table', ['import-csv', '--map', map], 2],
    ['one to where nothing can be written', ['import-csv', table, '--map', map, '--out', join(folder, 'no', 'x')], 2],
  ])('for %s', (_, args, code) => {
    const ran = golden(...args);
    expect(ran.code).toBe(code);
    if (code > 0) expect(ran.stderr).toMatch(/golden-hour: |bad\n$/);
    expect(ran.stderr).not.toMatch(/^ {4}at /m);
  });

  it.each([
    ['a simulation', 'simulate --agreement agreement --events examples/sample-day.ndjson --json'],
    ['help', '--help'],
  ])('is 0 where the reader of %s has seen enough', (_, line) => {
    // So quick a reader that all the rest meets a closed pipe.
    const shell = `set -o pipefail; "${process.execPath}" dist/golden-hour.js ${line} | head -c 1`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', shell], { encoding: 'utf8' });
    expect({ status, stderr, read: stdout.length }).toEqual({ status: 0, stderr: '', read: 1 });
  });

  it('imports what it then simulates', () => {
    const out = join(folder, 'feed.ndjson');
    expect(golden('import-csv', table, '--map', map, '--out', out)).toEqual({
      code: 0,
      stdout: '',
      stderr: `${table}:3 Created: a date is missing\n2 rows: 1 became 1 event, 1 bad\n`,
    });
    const { code, stdout } = golden('simulate', '--agreement', agreement, '--events', out, '--json');
    expect({ code, facts: stdout.split('\n').length }).toEqual({ code: 0, facts: 2 });
  });
});
