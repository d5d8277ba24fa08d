import type { Report } from '../report.ts';
import { amounts, counts, days, moneys, ratios, type Table, texts } from './table.ts';

const originTable = (title: string, rows: Report['territories']) =>
  ({
    title,
    about:
      'the cohort by first and by last touch. pipeline: open deals. revenueInBase: null where a rate is missing. roi: (revenue in base − cost) / cost. daysToWon: from the opening.',
    columns: [
      ...texts(''),
      ...counts('captured', 'qualified', 'accepted', 'SQL', 'won', 'lost', 'rejected'),
      ...moneys('pipeline', 'revenue'),
      ...amounts('cost', 'per qualified', 'per won'),
      ...ratios('ROI'),
      ...days('days to won, half'),
    ],
    rows: rows.map((row) => [
      ...[row.key ?? '(none)', row.captured, row.qualified, row.accepted, row.salesQualified, row.won, row.lost],
      ...[row.rejected, row.pipeline, row.revenue, row.cost, row.costPerQualified, row.costPerWon, row.roi],
      row.daysToWon?.p50 ?? null,
    ]),
  }) satisfies Table;

/** Where leads came from, and what that cost and brought. */
export const originTables = ({ sources, campaigns, contents, territories, revenue, outcomes, refused }: Report) =>
  ({
    'sources-first': originTable('Sources, by the first touch', sources.first),
    'sources-last': originTable('Sources, by the last touch', sources.last),
    'campaigns-first': originTable('Campaigns, by the first touch', campaigns.first),
    'campaigns-last': originTable('Campaigns, by the last touch', campaigns.last),
    'contents-first': originTable('Content, by the first touch', contents.first),
    'contents-last': originTable('Content, by the last touch', contents.last),
    territories: originTable('Territories', territories),
    revenue: {
      title: 'Revenue and pipeline',
      about:
        'won in the period, of it outside what never qualified, and the open pipeline, each by currency. A deal without revenue is no money.',
      columns: moneys('won', 'outside', 'pipeline'),
      rows: [[revenue.won, revenue.outside, revenue.pipeline]],
    },
    outcomes: {
      title: 'Outcomes, and lines refused',
      about:
        'applied in the period, of them late for a clause. Not applied: repeated the same again, contradictory another one, afterEnd of a lead that was closed otherwise.',
      columns: counts('SQL', 'won', 'lost', 'late', 'repeated', 'contradictory', 'after an end', 'refused'),
      rows: [
        [
          ...[outcomes.salesQualified, outcomes.won, outcomes.lost, outcomes.late],
          ...[outcomes.repeated, outcomes.contradictory, outcomes.afterEnd, refused],
        ],
      ],
    },
  }) satisfies Readonly<Record<string, Table>>;
