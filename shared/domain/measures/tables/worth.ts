import type { HoldOutRow } from '../hold-out.ts';
import { counts, rates, type Table, texts } from './table.ts';

/** What routing is worth, by the leads that are held out from it. */
export const holdOutTable = (rows: readonly HoldOutRow[]) =>
  ({
    title: 'What routing is worth, by the leads that are held out from it',
    about:
      'of the leads that qualified in the period while some were held out. more: the rate of the others less that of the leads held out, with the interval in which it lies 95 times of a hundred. leads needed: how many more must qualify until such a difference is told from chance, four times of five; 0 where it is.',
    columns: [
      ...texts(''),
      ...counts('held out', 'of these'),
      ...rates('rate'),
      ...counts('others', 'of those'),
      ...rates('their rate', 'more', 'at least', 'at most'),
      ...counts('leads needed'),
    ],
    rows: rows.map(({ what, heldOut, others, worth, needed }) => [
      ...[what, heldOut.n, heldOut.of, heldOut.rate, others.n, others.of, others.rate],
      ...[worth?.by ?? null, worth?.low ?? null, worth?.high ?? null, needed],
    ]),
  }) satisfies Table;
