import { isOfOne, type Table } from '../../domain/measures/tables/table.ts';
import { FactList } from './fact-list.tsx';
import { RowsTable } from './rows-table.tsx';

/** Figures with what they mean and their file. */
export const DataTable = ({ table, csv }: { table: Table; csv: string }) => (
  <figure>
    <h3>{table.title}</h3>
    {isOfOne(table) ? <FactList table={table} /> : <RowsTable table={table} />}
    <figcaption>
      <details>
        <summary>
          What these figures mean<span class="unseen">: {table.title}</span>
        </summary>
        <p>{table.about}</p>
      </details>
      <a href={csv} download>
        CSV<span class="unseen">: {table.title}</span>
      </a>
    </figcaption>
  </figure>
);
