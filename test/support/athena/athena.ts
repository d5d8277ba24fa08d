import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { measuredText } from '../../../shared/contracts/documents/measured-lead.ts';
import type { MeasuredLead } from '../../../shared/domain/measures/measured-lead.ts';

/*
 * DuckDB in Athena's place. It reads the lines that the pipe hands to Firehose, by the columns of the table, and takes the
 * queries as they are but for how it spells some functions and one type.
 */

/** What Athena calls otherwise. */
const AS_ATHENA = [
  'CREATE MACRO json_extract_scalar(json, path) AS json_extract_string(json, path)',
  'CREATE MACRO from_unixtime(seconds, zone) AS timezone(zone, to_timestamp(seconds))',
  'CREATE MACRO with_timezone(local_time, zone) AS timezone(zone, local_time)',
  'CREATE MACRO to_unixtime(instant) AS epoch(instant)',
  'CREATE MACRO from_iso8601_timestamp(written) AS CAST(written AS TIMESTAMPTZ)',
];

const asDuckDb = (sql: string): string => sql.replaceAll(/ARRAY\((\w+)\)/g, '$1[]');

/** `struct<a:string>` of Glue as `STRUCT(a VARCHAR)`. */
export const duckDbType = (glue: string): string =>
  glue
    .replaceAll(/struct<|,/g, (part) => (part === ',' ? ', ' : 'STRUCT('))
    .replaceAll('>', ')')
    .replaceAll(/(\w+):/g, '$1 ')
    .replaceAll(/\bstring\b/g, 'VARCHAR')
    .replaceAll(/\bbigint\b/g, 'BIGINT');

/** Athena's reader of JSON takes names in any case, and columns have theirs in lower case. */
const lowerCased = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(lowerCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name.toLowerCase(), lowerCased(inner)]));
};

/** A record of the table's stream, as a line of a file. */
export const streamLine = (lead: MeasuredLead, at = 0): string =>
  JSON.stringify({
    eventID: `${lead.leadId}-${lead.upTo}`,
    eventName: 'MODIFY',
    eventSource: 'aws:dynamodb',
    dynamodb: {
      ApproximateCreationDateTime: at,
      Keys: { pk: { S: 'measured#3' }, sk: { S: lead.leadId } },
      NewImage: {
        pk: { S: 'measured#3' },
        sk: { S: lead.leadId },
        upTo: { N: String(lead.upTo) },
        body: { S: measuredText(lead) },
      },
      SizeBytes: 1,
      StreamViewType: 'NEW_IMAGE',
    },
  });

export interface Athena {
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): void;
}

/** The table `figures`, with such columns, over such lines. */
export const openAthena = async (
  columns: readonly { readonly name: string; readonly type: string }[],
  lines: readonly string[],
): Promise<Athena> => {
  const folder = mkdtempSync(join(tmpdir(), 'athena-'));
  const file = join(folder, 'lines.json');
  writeFileSync(file, lines.map((line) => `${JSON.stringify(lowerCased(JSON.parse(line)))}\n`).join(''));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const macro of AS_ATHENA) await connection.run(macro);
  const types = columns.map(({ name, type }) => `${name}: '${duckDbType(type)}'`).join(', ');
  await connection.run(
    `CREATE TABLE figures AS SELECT * FROM read_json('${file}', format='newline_delimited', columns={${types}})`,
  );
  return {
    rows: async (sql) => (await connection.runAndReadAll(asDuckDb(sql))).getRowObjectsJson(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
      rmSync(folder, { recursive: true });
    },
  };
};
