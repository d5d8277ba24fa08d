import type { Fields, Scalar } from '../../domain/condition/condition.ts';
import type { Formula, Literal } from './formula.ts';
import { textCount } from './text-set.ts';
import type { Universe } from './universe.ts';
import { pickValue, type ValueSet, valuesInBoth } from './value-set.ts';

/** Leads (or activities) told by what each field may hold; none of its sets is empty. A field without a set may hold anything. */
export type Box = ReadonlyMap<string, ValueSet>;

/** How much may still be tried. Where it is used up, a split ends early: nothing follows from its end. */
export interface Budget {
  left: number;
}

/** Where is looked, and for how long. */
export interface Search {
  readonly universe: Universe;
  readonly budget: Budget;
}

/** What holds every lead, or every activity. */
export const fullBox = ({ given, valuesOf }: Universe): Box => new Map(given.map((field) => [field, valuesOf(field)]));

/** Texts that cost as much to look at as one step. */
const TEXTS_A_STEP = 64;
/** As many parts, one within the other, as the stack bears with certainty. */
const MAX_DEPTH = 500;
/** From so many literals on it is worth seeing first whether one of them alone leaves nothing. */
const MANY = 8;

/** What of the box is left by literals that all hold, or all fail. */
const narrowed = (
  box: Box,
  literals: readonly Literal[],
  wanted: boolean,
  { universe, budget }: Search,
): Box | undefined => {
  const left = new Map<string, ValueSet>();
  for (const { field, holds, fails } of literals) {
    const before = left.get(field) ?? box.get(field) ?? universe.valuesOf(field);
    const values = valuesInBoth(before, wanted ? holds() : fails());
    budget.left -= 1 + Math.floor(textCount(values.texts) / TEXTS_A_STEP);
    if (budget.left < 0) return undefined;
    left.set(field, values);
  }
  for (const values of left.values()) if (pickValue(values) === undefined) return undefined;
  if (left.size === 0) return box;
  const all = new Map(box);
  for (const [field, values] of left) all.set(field, values);
  return all;
};

const narrowedByAll = (box: Box, literals: readonly Literal[], wanted: boolean, search: Search): Box | undefined => {
  const alone = (literal: Literal) => narrowed(box, [literal], wanted, search);
  if (literals.length >= MANY && literals.some((literal) => alone(literal) === undefined)) return undefined;
  return narrowed(box, literals, wanted, search);
};

type Part = Exclude<Formula, Literal>;

/** The parts from `next` on, one after the other. */
function* splitByEach(
  parts: readonly Part[],
  next: number,
  { box, wanted }: { readonly box: Box; readonly wanted: boolean },
  search: Search,
): Generator<Box> {
  const part = parts[next];
  if (part === undefined) {
    yield box;
    return;
  }
  if (next >= MAX_DEPTH) {
    search.budget.left = -1;
    return;
  }
  for (const smaller of split(part, wanted, box, search)) {
    yield* splitByEach(parts, next + 1, { box: smaller, wanted }, search);
  }
}

/**
 * The boxes, mostly apart from each other, that together are what is in the box and makes the formula `wanted`. Where
 * an operator is not known they hold more than that, and never less.
 */
export function* split(formula: Formula, wanted: boolean, box: Box, search: Search): Generator<Box> {
  if (search.budget.left-- <= 0) return;
  if (formula.kind === 'not') {
    yield* split(formula.part, !wanted, box, search);
    return;
  }
  if (formula.kind === 'literal' || (formula.kind === 'all') === wanted) {
    const parts = formula.kind === 'literal' ? [formula] : formula.parts;
    const literals = parts.filter((part) => part.kind === 'literal');
    const others = parts.filter((part) => part.kind !== 'literal');
    const left = narrowedByAll(box, literals, wanted, search);
    if (left !== undefined) yield* splitByEach(others, 0, { box: left, wanted }, search);
    return;
  }
  // One part is enough. What a part took is left out of those after it where that is easy, so that little is looked
  // at twice.
  let rest: Box | undefined = box;
  for (const part of formula.parts) {
    yield* split(part, wanted, rest, search);
    if (part.kind !== 'literal' || !part.cuts) continue;
    rest = narrowed(rest, [part], !wanted, search);
    if (rest === undefined) return;
  }
}

/** A lead in the box, of as few fields as may be. */
export const witness = (box: Box): Fields => {
  const fields: Record<string, Scalar> = {};
  for (const [field, values] of box) {
    const value = pickValue(values)?.value;
    if (value !== undefined) fields[field] = value;
  }
  return fields;
};
