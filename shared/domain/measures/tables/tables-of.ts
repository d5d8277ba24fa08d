import type { PieceRow } from '../pieces.ts';
import type { Report } from '../report.ts';
import { pieceTable } from './content.ts';
import { originTables } from './origins.ts';
import { peopleTables } from './people.ts';
import { stageTables } from './stages.ts';
import { holdOutTable } from './worth.ts';

/** Every table of a report, by its name in addresses and files. */
export const tablesOf = (report: Report) => ({
  ...stageTables(report),
  ...peopleTables(report),
  ...originTables(report),
  'hold-out': holdOutTable(report.holdOut ?? []),
});

export type Tables = ReturnType<typeof tablesOf>;
/** With those that the document of a report does not have. */
export const allTablesOf = (report: Report, pieces: readonly PieceRow[]) => ({
  ...tablesOf(report),
  pieces: pieceTable(pieces),
});

export type AllTables = ReturnType<typeof allTablesOf>;
export type TableName = keyof AllTables;
