import type { Money } from '../money.ts';

/** How the values of a column are written; `text` is what stands there. */
export type Format =
  | 'text'
  | 'count'
  | 'rate'
  | 'ratio'
  | 'amount'
  | 'money'
  | 'duration'
  | 'work'
  | 'days'
  | 'decision';

/** A rate is a part of 1, a duration milliseconds, work milliseconds of working hours, a decision true or false; null where there is nothing to tell. */
export type Cell = string | number | boolean | null | readonly Money[];

export interface Column {
  readonly name: string;
  readonly format: Format;
}

/** Figures for people to read: the same on a terminal, on the page and in a CSV file. */
export interface Table {
  readonly title: string;
  /** What the figures mean, as docs/measures.md says it. */
  readonly about: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

const columnsOf =
  (format: Format) =>
  (...names: readonly string[]): readonly Column[] =>
    names.map((name) => ({ name, format }));

export const texts = columnsOf('text');
export const counts = columnsOf('count');
export const rates = columnsOf('rate');
export const ratios = columnsOf('ratio');
export const amounts = columnsOf('amount');
export const moneys = columnsOf('money');
export const durations = columnsOf('duration');
export const work = columnsOf('work');
export const days = columnsOf('days');
export const decisions = columnsOf('decision');

/** A table without a name for its rows has one row. */
export const isOfOne = ({ columns }: Table): boolean => columns[0]?.name !== '';
