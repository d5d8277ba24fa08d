import type { Territory } from '../../domain/agreement/agreement.ts';
import type { Fields } from '../../domain/condition/condition.ts';
import { matches } from '../../domain/condition/matches.ts';
import { createTerritoryMatcher } from '../../domain/territory/match-territory.ts';
import { type Box, type Budget, fullBox, split, witness } from './box.ts';
import { type Formula, formulaOf } from './formula.ts';
import { withLookupKeys } from './lookup-keys.ts';
import { LEADS } from './universe.ts';

/**
 * Whether any lead comes to a territory: one that does is known, its own condition holds for nobody, nothing is
 * certain, or those above, by their places and as few as could be found, take every lead that it would.
 */
export type Reach = 'reached' | 'nobody' | 'uncertain' | { readonly takenBy: readonly number[] };

/** What is tried for one territory, and for all: beyond it a territory counts as reachable. */
const TRIES_EACH = 20_000;
const TRIES_IN_ALL = 2_000_000;
const TRIES_TO_REDUCE = 500_000;
/** Beyond so many it is not worth finding out which of them would be enough. */
const MAX_TO_REDUCE = 30;

/** Looking at so many territories that no key tells apart, each of so few fields, costs as much as one try. */
const LOOKS_A_TRY = 4;
const FIELDS_A_LOOK = 4;

/** The first territory that takes a lead, by place. */
type FirstOf = (fields: Fields) => number | undefined;

/** What is asked of the territories, by place. */
interface PlacesOf {
  readonly formulaAt: (place: number) => Formula;
  readonly takes: (place: number, fields: Fields) => boolean;
}

/**
 * Those of the territories that together take all of the one at `own`, as far as there are any. Somebody is taken out
 * of what is left, and whatever territory takes them is cut out of it, until it leaves nothing: so only territories
 * that matter are looked at.
 */
const takersOf = (
  own: number,
  formulaAt: (place: number) => Formula,
  firstOf: FirstOf,
  budget: Budget,
): ReadonlySet<number> | 'reached' | 'uncertain' => {
  const takers = new Set<number>();
  /** Each after the first is what a territory above leaves of the one before it. */
  const open: { readonly boxes: Generator<Box>; readonly without?: number }[] = [
    { boxes: split(formulaAt(own), true, fullBox(LEADS), { universe: LEADS, budget }) },
  ];
  const cutOut = new Set<number>();
  for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
    const { value: box, done } = last.boxes.next();
    if (done === true) {
      if (last.without !== undefined) cutOut.delete(last.without);
      open.pop();
      continue;
    }
    const taker = firstOf(witness(box));
    if (taker === own) return 'reached';
    // Whom a territory still takes of what it leaves, it takes by an operator of which the analysis knows nothing.
    if (taker === undefined || taker > own || cutOut.has(taker)) return 'uncertain';
    takers.add(taker);
    cutOut.add(taker);
    open.push({ boxes: split(formulaAt(taker), false, box, { universe: LEADS, budget }), without: taker });
  }
  return budget.left < 0 ? 'uncertain' : takers;
};

/** Those of the takers that are enough: one if one is. Where the budget is used up, all that are left. */
const reduced = (
  own: number,
  takers: ReadonlySet<number>,
  { formulaAt, takes }: PlacesOf,
  budget: Budget,
): readonly number[] => {
  const rising = [...takers].sort((a, b) => a - b);
  if (rising.length === 1 || rising.length > MAX_TO_REDUCE) return rising;
  const suffice = (some: readonly number[]): boolean => {
    const firstOf: FirstOf = (fields) => some.find((place) => takes(place, fields));
    return typeof takersOf(own, formulaAt, firstOf, budget) === 'object';
  };
  const alone = rising.find((place) => suffice([place]));
  if (alone !== undefined) return [alone];
  return rising.reduce<readonly number[]>((kept, place) => {
    const others = kept.filter((one) => one !== place);
    return suffice(others) ? others : kept;
  }, rising);
};

/**
 * For each territory, in order, whether any lead comes to it. That those above take all is never a false alarm;
 * where conditions are so entangled that too much would have to be tried, nothing is certain.
 */
export const reachOf = (territories: readonly Territory[]): readonly Reach[] => {
  const everybody = territories.findIndex(({ when }) => when === undefined);
  const above = everybody === -1 ? territories : territories.slice(0, everybody + 1);
  const below = territories.slice(above.length).map((): Reach => ({ takenBy: [everybody] }));
  const keyed = withLookupKeys(above);
  const territoryOf = createTerritoryMatcher([...keyed.places.keys()]);
  const takes = (place: number, fields: Fields): boolean => {
    const when = above[place]?.when;
    return when !== undefined && matches(when, fields);
  };
  const formulaAt = (place: number): Formula => formulaOf(above[place]?.when);
  const reducing: Budget = { left: TRIES_TO_REDUCE };
  let left = TRIES_IN_ALL;
  let looks = 0;
  const reached = above.map((_, own): Reach => {
    const granted = Math.min(TRIES_EACH, left);
    const budget: Budget = { left: granted };
    const firstOf: FirstOf = (fields) => {
      budget.left -= Math.floor(looks / LOOKS_A_TRY);
      const first = territoryOf(keyed.fieldsOf(fields));
      return first && keyed.places.get(first);
    };
    const takers = takersOf(own, formulaAt, firstOf, budget);
    left -= granted - budget.left;
    looks += Math.ceil((keyed.keyless.get(own) ?? 0) / FIELDS_A_LOOK);
    if (typeof takers !== 'object') return takers;
    return takers.size === 0 ? 'nobody' : { takenBy: reduced(own, takers, { formulaAt, takes }, reducing) };
  });
  return [...reached, ...below];
};
