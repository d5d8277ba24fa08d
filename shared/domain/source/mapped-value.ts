import type { Scalar } from '../condition/condition.ts';

/** What is made of the text of a cell. */
interface FromCell {
  /** By the text, in any case; null leaves the value out. */
  readonly map?: Readonly<Record<string, Scalar | null>>;
  /** What becomes of a text that `map` does not name. */
  readonly unmapped: 'refuse' | 'keep' | 'leave-out';
  /** What is taken off the beginning. */
  readonly strip: readonly string[];
  /** For an empty cell. */
  readonly default?: Scalar;
  readonly as: 'text' | 'number' | 'flag';
  readonly decimal: '.' | ',';
}

export type CellValue = (FromCell & { readonly column: string }) | (FromCell & { readonly template: string });

/** A constant, a text with `{Column}` in it, or a cell and what is made of it. */
export type MappedValue = Scalar | CellValue;
