import type { Report } from '../report.ts';
import { counts, durations, moneys, rates, type Table, texts } from './table.ts';

const keysOf = (list: readonly { readonly key: string | null; readonly n: number }[]): string =>
  list.map(({ key, n }) => `${key ?? '(none)'} ${n}`).join(', ');

/** What reps did, and why they rejected leads. */
export const peopleTables = ({ reps, rejections, sla }: Report) =>
  ({
    clauses: {
      title: 'Clauses',
      about:
        'kept: met in time, on the day of that. broken: on the day of the deadline. late of the broken: met after it, by lateBy. void: ended by something else before the deadline. running: begun in the period and still open. An answer keeps alert and accept, also a rejection. An applied outcome keeps what runs.',
      columns: [
        ...texts('', 'bound'),
        ...counts('kept', 'broken', 'late', 'void', 'running'),
        ...rates('rate'),
        ...durations('late by, half', 'late by, 99 %'),
      ],
      rows: sla.clauses.map((one) => [
        ...[one.clause, one.party, one.kept, one.broken, one.late, one.void, one.running, one.rate],
        ...[one.lateBy?.p50 ?? null, one.lateBy?.p99 ?? null],
      ]),
    },
    reps: {
      title: 'Reps',
      about:
        'by the day on which it happened. value: sum of the scores at qualification. takenAway: by the clock or by a colleague. recycled: given back by the rep. won, lost and revenue are of the owner then. credit is of the rep who accepted the cycle first.',
      columns: [
        ...texts(''),
        ...counts('assigned'),
        ...rates('share', 'of the value'),
        ...counts('SAL', 'rejected', 'taken away', 'contacted', 'SQL', 'won', 'lost', 'recycled'),
        ...moneys('revenue', 'credit'),
        ...counts('clauses kept', 'broken'),
      ],
      rows: reps.map((one) => [
        ...[one.rep, one.assigned, one.share, one.valueShare, one.accepted, one.rejected, one.takenAway],
        ...[one.contacted, one.salesQualified, one.won, one.lost, one.recycled],
        ...[one.revenue, one.credit.revenue, one.clausesKept, one.clausesBroken],
      ]),
    },
    rejections: {
      title: 'Why leads were rejected',
      about: 'by reason and what the agreement does then, with the last source and campaign of each.',
      columns: [...texts('', 'then'), ...counts('leads'), ...texts('sources', 'campaigns')],
      rows: rejections.map(({ reason, action, n, sources, campaigns }) => [
        ...[reason, action, n, keysOf(sources), keysOf(campaigns)],
      ]),
    },
  }) satisfies Readonly<Record<string, Table>>;
