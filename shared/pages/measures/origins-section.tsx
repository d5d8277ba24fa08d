import { MOST_LISTED } from '../../domain/measures/lead-lists.ts';
import type { Report } from '../../domain/measures/report.ts';
import { cellText } from '../../domain/measures/tables/cell-text.ts';
import type { TableName } from '../../domain/measures/tables/tables-of.ts';
import { readableDuration } from '../../domain/time/readable-duration.ts';
import { Chart, Key } from './chart.tsx';
import { rowBars } from './charts.ts';
import { DataTable } from './data-table.tsx';
import { LeadName } from './lead-name.tsx';
import { tablePath } from './links.ts';
import type { MeasuresView } from './measures-view.ts';

/** As many keys as a chart shows; the table has them all. */
const MOST_BARS = 12;

const Bars = ({ label, rows }: { label: string; rows: Report['territories'] }) => {
  const shown = rows.filter(({ qualified }) => qualified > 0);
  if (shown.length < 2) return null;
  const bars = shown
    .toSorted((a, b) => b.qualified - a.qualified)
    .slice(0, MOST_BARS)
    .map(({ key, qualified, won }) => ({
      name: key ?? '(none)',
      value: qualified,
      inner: won,
      words: `${cellText('count', qualified)}, won ${cellText('count', won)}`,
    }));
  return (
    <>
      <h3>{label}</h3>
      <Chart svg={rowBars(label, bars)} />
      <Key
        entries={[
          { of: 'full', words: 'qualified' },
          { of: 'inner', words: 'won' },
        ]}
      />
    </>
  );
};

const Won = ({ view }: { view: MeasuresView }) => {
  if (view.won.length === 0) return null;
  return (
    <div>
      <h3>Won, for most revenue</h3>
      <ul class="timeline">
        {view.won.slice(0, MOST_LISTED).map(({ leadId, revenue, currency, took, rep, source }) => (
          <li>
            <LeadName leadId={leadId} view={view} />
            <small>
              {[
                revenue === undefined ? undefined : `${cellText('amount', revenue)} ${currency ?? ''}`.trim(),
                `in ${readableDuration(took)}`,
                rep === undefined ? undefined : view.repName(rep),
                source ?? undefined,
              ]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </div>
  );
};

const BY_LAST = {
  sources: 'Qualified leads by source (last touch)',
  campaigns: 'Qualified leads by campaign (last touch)',
  contents: 'Qualified leads by content piece (last touch)',
} as const;

/** Where leads came from, what that cost, and what it brought. */
export const OriginsSection = ({ view }: { view: MeasuresView }) => {
  const { tables, report, base, scope } = view;
  const table = (name: TableName) => <DataTable table={tables[name]} csv={tablePath(base, name, scope)} />;
  const byFirst = (name: TableName) => (
    <details>
      <summary>{tables[name].title}</summary>
      {table(name)}
    </details>
  );
  return (
    <section aria-labelledby="origins">
      <h2 id="origins">Where leads come from, and what they bring</h2>
      {table('revenue')}
      <Won view={view} />
      <Bars label={BY_LAST.sources} rows={report.sources.last} />
      {table('sources-last')}
      {byFirst('sources-first')}
      <Bars label={BY_LAST.campaigns} rows={report.campaigns.last} />
      {table('campaigns-last')}
      {byFirst('campaigns-first')}
      <Bars label={BY_LAST.contents} rows={report.contents.last} />
      {table('contents-last')}
      {byFirst('contents-first')}
      <Bars label="Qualified leads by territory" rows={report.territories} />
      {table('territories')}
      {table('outcomes')}
    </section>
  );
};
