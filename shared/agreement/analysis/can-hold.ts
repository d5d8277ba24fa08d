import type { Condition } from '../../domain/condition/condition.ts';
import { type Budget, fullBox, split } from './box.ts';
import { formulaOf } from './formula.ts';
import type { Universe } from './universe.ts';

/** Far more than what people write needs. */
const TRIES = 10_000;

/** False only where it is certain that the condition holds for nobody. */
export const canHold = (condition: Condition, universe: Universe): boolean => {
  const budget: Budget = { left: TRIES };
  const first = split(formulaOf(condition), true, fullBox(universe), { universe, budget }).next();
  return first.done !== true || budget.left < 0;
};
