import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { importCsv } from '../../../cli/import-csv/import-csv.ts';

export const MAP = `source: crm
id: "{id}"
time: { column: created, format: iso }
events:
  - type: LeadCaptured
    data: { person.email: "{email}", company.name: "{company}" }
`;

export const HEADER = 'id,created,email,company';
export const CREATED = '2026-11-16 10:00';

/** Imports tables in a folder of their own. */
export const createImports = () => {
  const folder = mkdtempSync(join(tmpdir(), 'import-csv-'));
  const table = join(folder, 'leads.csv');
  const mapFile = join(folder, 'map.yaml');
  const run = async (csv: string | Buffer, map: string | Buffer = MAP, out?: string) => {
    writeFileSync(table, csv);
    writeFileSync(mapFile, map);
    let written = '';
    const stdout = new Writable({
      write: (chunk, _, done) => {
        written += String(chunk);
        done();
      },
    });
    let said = '';
    const stderr = { write: (text: string) => (said += text.replaceAll(`${folder}/`, '')) };
    const options = { file: table, map: mapFile, ...(out === undefined ? {} : { out }) };
    const good = await importCsv(options, { stdout, stderr });
    const lines = written.split('\n').filter((line) => line !== '');
    return { good, said, lines, text: lines.join('\n') };
  };
  return { folder, table, mapFile, run, remove: () => rmSync(folder, { recursive: true }) };
};
