import { cellText } from '../../domain/measures/tables/cell-text.ts';
import type { Table } from '../../domain/measures/tables/table.ts';

/** The one row of a table, as its figures with their names. */
export const FactList = ({ table: { columns, rows } }: { table: Table }) => (
  <dl class="figures">
    {columns.map(({ name, format }, column) => (
      <div>
        <dt>{name}</dt>
        <dd>{cellText(format, rows[0]?.[column] ?? null)}</dd>
      </div>
    ))}
  </dl>
);
