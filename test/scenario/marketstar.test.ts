import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../cli/check/check.ts';
import { compare } from '../../cli/compare/compare.ts';
import { explain } from '../../cli/explain/explain.ts';
import { importCsv } from '../../cli/import-csv/import-csv.ts';
import { readMap } from '../../cli/import-csv/read-map.ts';
import { simulate } from '../../cli/simulate/simulate.ts';
import { collect } from '../support/scenario/what-if.ts';

const EXAMPLE = 'docs/examples/marketstar';
/** The table is no part of the repository. */
const TABLE = '../shared/data/marketstar/leads-2021.csv';
const HEADER =
  'LeadId,Title,Industry,Employees,TimeZone,Stage,CreatedDate,OwnerEmployeeId,ConvertedOpportunityId,LeadSource,DisqualifiedReason';

const agreement = join(EXAMPLE, 'agreement');
const until = Date.parse('2021-04-01T00:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'marketstar-'));
const events = join(folder, 'marketstar.ndjson');

afterAll(() => rmSync(folder, { recursive: true }));

const page = readFileSync(join(EXAMPLE, 'README.md'), 'utf8');
/** What the page says that its commands print, in order. */
const [imported = '', checked = '', simulated = '', explained = '', compared = ''] = [
  ...page.matchAll(/```text\n([\s\S]*?)```/g),
].map(([, text = '']) => text);

const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });

describe('the example of MarketStar', () => {
  it('has a sound agreement', async () => {
    const now = Date.parse('2021-02-01T00:00:00Z');
    const text = await collect((stdout) =>
      check({ agreement, coverage: false, promise: false, json: false, now }, stdout, nowhere),
    );
    expect(text).toBe(checked);
  });

  it('has a map for the columns of the table', () => {
    expect(() => readMap(join(EXAMPLE, 'map.yaml')).checkColumns(HEADER.split(','))).not.toThrow();
    expect(page).toContain(HEADER);
  });
});

describe.skipIf(!existsSync(TABLE))(`its figures, with ${TABLE}`, { timeout: 120_000 }, () => {
  let said = '';

  beforeAll(async () => {
    const stderr = { write: (text: string) => (said += text) };
    await importCsv({ file: TABLE, map: join(EXAMPLE, 'map.yaml'), out: events }, { stdout: nowhere, stderr });
  }, 60_000);

  it('are those of the import', () => {
    expect(said).toBe(imported);
  });

  it('are those of the simulation', async () => {
    const text = await collect((stdout) => simulate({ agreement, events, json: false, seed: 1 }, stdout));
    expect(text.slice(text.indexOf('SUMMARY'))).toBe(simulated);
  });

  it('are those of the explanation', async () => {
    const lead = 'lead-37256@marketstar.example';
    const text = await collect((stdout) =>
      explain({ agreement, events, lead, until, json: false, seed: 1 }, stdout, nowhere),
    );
    expect(text).toBe(explained);
  });

  it('are those of the comparison', async () => {
    const other = join(folder, 'with-weekends');
    cpSync(agreement, other, { recursive: true });
    const reps = readFileSync(join(agreement, 'reps.yaml'), 'utf8');
    writeFileSync(join(other, 'reps.yaml'), reps.replaceAll('mon-fri: ["09:00-18:00"]', 'mon-sun: ["09:00-18:00"]'));
    const text = await collect((stdout) =>
      compare({ agreement, with: other, events, until, json: false, seed: 1 }, stdout),
    );
    expect(text.slice(text.indexOf('Leads   '))).toBe(compared);
  });
});
