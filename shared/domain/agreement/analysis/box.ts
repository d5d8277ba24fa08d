import type { Fields, Scalar } from '../../condition/condition.ts';
import type { Formula } from './formula.ts';
import type { Universe } from './universe.ts';
import { pickValue, type ValueSet, valuesInBoth } from './value-set.ts';

/** Leads (or activities) told by what each field may hold; none of its sets is empty. A field without a set may hold anything. */
export type Box = ReadonlyMap<string, ValueSet>;

/** How much may still be tried. Where it is used up, a split ends early: nothing follows from its end. */
export interface Budget {
  left: number;
}

export const everything = ({ given, valuesOf }: Universe): Box =>
  new Map(given.map((field) => [field, valuesOf(field)]));

const narrowed = (box: Box, field: string, to: ValueSet, universe: Universe): Box | undefined => {
  const values = valuesInBoth(box.get(field) ?? universe.valuesOf(field), to);
  return pickValue(values) === undefined ? undefined : new Map(box).set(field, values);
};

type Part = Exclude<Formula, { kind: 'literal' }>;

/** The parts from `next` on, one after the other. */
function* splitByEach(
  parts: readonly Part[],
  next: number,
  wanted: boolean,
  box: Box,
  universe: Universe,
  budget: Budget,
): Generator<Box> {
  const part = parts[next];
  if (part === undefined) {
    yield box;
    return;
  }
  for (const smaller of split(part, wanted, box, universe, budget)) {
    yield* splitByEach(parts, next + 1, wanted, smaller, universe, budget);
  }
}

/** The boxes, mostly apart from each other, that together are what is in the box and makes the formula `wanted`. */
export function* split(
  formula: Formula,
  wanted: boolean,
  box: Box,
  universe: Universe,
  budget: Budget,
): Generator<Box> {
  if (budget.left-- <= 0) return;
  if (formula.kind === 'not') {
    yield* split(formula.part, !wanted, box, universe, budget);
    return;
  }
  if (formula.kind === 'literal') {
    const next = narrowed(box, formula.field, wanted ? formula.holds() : formula.fails(), universe);
    if (next !== undefined) yield next;
    return;
  }
  if ((formula.kind === 'all') === wanted) {
    const others: Part[] = [];
    let left: Box | undefined = box;
    for (const part of formula.parts) {
      if (part.kind !== 'literal') others.push(part);
      else left = left && narrowed(left, part.field, wanted ? part.holds() : part.fails(), universe);
    }
    if (left !== undefined) yield* splitByEach(others, 0, wanted, left, universe, budget);
    return;
  }
  // One part is enough. What a literal took is left out of the parts after it, so that little is looked at twice.
  let rest: Box | undefined = box;
  for (const part of formula.parts) {
    yield* split(part, wanted, rest, universe, budget);
    if (part.kind !== 'literal') continue;
    rest = narrowed(rest, part.field, wanted ? part.fails() : part.holds(), universe);
    if (rest === undefined) return;
  }
}

/** Somebody in the box: as few fields as may be. */
export const someoneIn = (box: Box): Fields => {
  const fields: Record<string, Scalar> = {};
  for (const [field, values] of box) {
    const value = pickValue(values)?.value;
    if (value !== undefined) fields[field] = value;
  }
  return fields;
};
