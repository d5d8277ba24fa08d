/** What a field of a lead or an activity may hold. */
export type Scalar = string | number | boolean;

/** Fields by dotted path, such as `company.employees`; an absent field has no key. */
export type Fields = Readonly<Record<string, Scalar>>;

/**
 * A condition of the agreement, as both teams write it and as it is analysed: no expressions, no
 * regular expressions. Strings compare without regard to case.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly field: string; readonly test: Test };

/**
 * The operators, each with what it compares a field with. Here a new one begins; the compiler asks for the rest of it,
 * in `operators.ts` beside this file and in `shared/agreement/operators/operators.ts`.
 */
export interface Operands {
  /** The field equals one of these. */
  readonly in: readonly Scalar[];
  readonly gte: number;
  readonly gt: number;
  readonly lte: number;
  readonly lt: number;
  readonly startsWith: string;
  readonly endsWith: string;
  readonly contains: string;
  /** A UK postal code of one of these outcodes: `E1` takes `E1 6AN`, and neither `E10 5XX` nor `E1W 1AA`. */
  readonly district: string | readonly string[];
  /** Whether the field is there at all. */
  readonly exists: boolean;
}

export type OperatorName = keyof Operands;

/** Every part that is given must hold; `not` is the plain negation of a test. */
export interface Test extends Partial<Operands> {
  readonly not?: Test;
}
