import { Chart, Key } from './chart.tsx';
import { weekBars } from './charts.ts';
import { DataTable } from './data-table.tsx';
import { tablePath } from './links.ts';
import type { MeasuresView } from './measures-view.ts';

/** How both sides kept the agreement. */
export const SlaSection = ({ view: { tables, report, base, scope } }: { view: MeasuresView }) => (
  <section aria-labelledby="sla">
    <h2 id="sla">The agreement: what both sides promised, and kept</h2>
    <div class="halves">
      <div>
        <DataTable table={tables.marketing} csv={tablePath(base, 'marketing', scope)} />
      </div>
      <div>
        <DataTable table={tables.clauses} csv={tablePath(base, 'clauses', scope)} />
      </div>
    </div>
    <h3>Qualified leads of each week</h3>
    <Chart svg={weekBars(report.weeks)} />
    <Key
      entries={[
        { of: 'full', words: 'qualified' },
        { of: 'missed', words: 'fewer than promised' },
        ...(report.sla.marketing.promisedPerWeek === null ? [] : [{ of: 'promised' as const, words: 'promised' }]),
      ]}
    />
    <details>
      <summary>The weeks as a table</summary>
      <DataTable table={tables.weeks} csv={tablePath(base, 'weeks', scope)} />
    </details>
  </section>
);
