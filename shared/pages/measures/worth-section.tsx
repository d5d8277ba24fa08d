import { counts, rates } from '../../domain/measures/tables/table.ts';
import type { MeasuresView } from './measures-view.ts';
import { RowsTable } from './rows-table.tsx';

const GROUPS = 'Won by score, of the newer outcomes';

/** Whether the score tells who buys. */
export const WorthSection = ({ view: { worth } }: { view: MeasuresView }) => (
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
  </section>
);
