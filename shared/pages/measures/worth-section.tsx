import { counts, rates } from '../../domain/measures/tables/table.ts';
import { DataTable } from './data-table.tsx';
import { tablePath } from './links.ts';
import type { MeasuresView } from './measures-view.ts';
import { RowsTable } from './rows-table.tsx';

const GROUPS = 'Won by score, of the newer outcomes';

/** Whether the score tells who buys, and what routing is worth. */
export const WorthSection = ({ view: { worth, tables, base, scope, report } }: { view: MeasuresView }) => (
  <section aria-labelledby="worth">
    <h2 id="worth">What the score is worth</h2>
    {worth === undefined ? <p>golden-hour calibrate tells, from the history of events.</p> : null}
    {worth?.words.map((words) => (
      <p>{words}</p>
    ))}
    {worth === undefined || worth.groups.length === 0 ? null : (
      <>
        <h3>{GROUPS}</h3>
        <RowsTable
          table={{
            title: GROUPS,
            columns: [{ name: '', format: 'text' }, ...counts('leads'), ...rates('won')],
            rows: worth.groups.map(({ from, to, n, won }) => [`${from} to ${to}`, n, won]),
          }}
        />
      </>
    )}
    {report.holdOut === undefined ? (
      <p class="soft">
        No lead was held out from the rules of routing, so nobody can say what these are worth. holdOut in scoring.yaml
        holds some out.
      </p>
    ) : (
      <DataTable table={tables['hold-out']} csv={tablePath(base, 'hold-out', scope)} />
    )}
  </section>
);
