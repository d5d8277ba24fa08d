import { cellText } from '../../domain/measures/tables/cell-text.ts';
import { Chart } from './chart.tsx';
import { rowBars } from './charts.ts';
import { DataTable } from './data-table.tsx';
import { tablePath } from './links.ts';
import type { MeasuresView } from './measures-view.ts';

const BARS = 'Leads that each rep got in the period';

/** More reps than these are only in the table. */
const MOST_BARS = 25;

/** Who got how many leads, and what became of them. */
export const RepsSection = ({ view }: { view: MeasuresView }) => {
  const { tables, report, base, scope } = view;
  const bars = report.reps
    .toSorted((a, b) => b.assigned - a.assigned)
    .slice(0, MOST_BARS)
    .map(({ rep, assigned, share }) => ({
      name: view.repName(rep),
      value: assigned,
      words: `${cellText('count', assigned)} (${cellText('rate', share)})`,
    }));
  const named = {
    ...tables.reps,
    rows: tables.reps.rows.map(([rep, ...rest]) => [view.repName(String(rep)), ...rest]),
  };
  return (
    <section aria-labelledby="reps">
      <h2 id="reps">Reps</h2>
      {bars.length < 2 ? null : (
        <>
          <h3>{BARS}</h3>
          <Chart svg={rowBars(BARS, bars)} />
        </>
      )}
      <DataTable table={named} csv={tablePath(base, 'reps', scope)} />
      <DataTable table={tables.rejections} csv={tablePath(base, 'rejections', scope)} />
    </section>
  );
};
