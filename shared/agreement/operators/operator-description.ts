import type * as z from 'zod';
import type { Scalar } from '../../domain/condition/condition.ts';
import type { FieldType } from '../../domain/condition/condition-fields.ts';
import type { Bounds } from '../analysis/number-set.ts';
import type { TextPart } from '../analysis/text-set.ts';

/**
 * The values that an operator holds for, as far as the analysis can reason about them. From `unknown` it concludes
 * nothing, neither where the operator holds nor where it fails.
 */
export type Known =
  | { readonly kind: 'values'; readonly values: readonly Scalar[] }
  | { readonly kind: 'numbers'; readonly bounds: Bounds }
  | { readonly kind: 'texts'; readonly part: TextPart }
  | { readonly kind: 'presence'; readonly isPresent: boolean }
  | { readonly kind: 'unknown' };

/** What there is to an operator beside how it runs, for whoever reads, checks or explains a condition. */
export interface OperatorDescription<Operand> {
  /** How its operand is written. Title and description are for editors and docs. */
  readonly written: z.ZodType<Operand>;
  /** Which fields it may be asked of, by what they hold; `any` for every field. */
  readonly compares: FieldType;
  /** As somebody would say it after the name of the field: `at least 200`. Never empty. */
  readonly inWords: (operand: Operand) => string;
  readonly known: (operand: Operand) => Known;
  /** Values on which it turns, on both sides of what it asks for. No value at all is tried besides. */
  readonly candidates: (operand: Operand) => readonly Scalar[];
}
