import type { Report } from '../report.ts';
import { originTables } from './origins.ts';
import { peopleTables } from './people.ts';
import { stageTables } from './stages.ts';

/** Every table of a report, by its name in addresses and files. */
export const tablesOf = (report: Report) => ({
  ...stageTables(report),
  ...peopleTables(report),
  ...originTables(report),
});

export type Tables = ReturnType<typeof tablesOf>;
export type TableName = keyof Tables;
