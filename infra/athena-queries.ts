import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_FOLDER } from './package-folder.ts';

/** Each a file of `queries/`: what it tells of is a table of `golden-hour report`, or several of one kind. */
export const ATHENA_QUERIES = [
  'funnel',
  'standing',
  'times',
  'hour',
  'marketing',
  'weeks',
  'clauses',
  'reps',
  'rejections',
  'origins',
  'territories',
  'revenue',
  'outcomes',
  'hold-out',
  'pieces',
] as const;

export type AthenaQuery = (typeof ATHENA_QUERIES)[number];

/** What a query is asked of. */
export interface QueryTerms {
  /** Where the kept figures are, as SQL names it. */
  readonly table: string;
  /** `YYYY-MM-DD`; from the first day, before the second, both of `zone`. */
  readonly from: string;
  readonly before: string;
  /** IANA. */
  readonly zone: string;
  /** Of a deal that names none: an ISO code. */
  readonly currency?: string | undefined;
}

const fileOf = (name: string): string => readFileSync(join(PACKAGE_FOLDER, 'infra/queries', `${name}.sql`), 'utf8');

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A query in SQL as Athena speaks it (Trino), whole: what a lead's cycles are, and then what is asked of them. */
export const athenaQuery = (name: AthenaQuery, { table, from, before, zone, currency }: QueryTerms): string => {
  const values: Readonly<Record<string, string>> = {
    table,
    from,
    before,
    zone: zone.replaceAll("'", "''"),
    currency: currency === undefined ? 'CAST(NULL AS varchar)' : literal(currency),
  };
  return `${fileOf('cycles')}${fileOf(name)}`.replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? '');
};
