import {
  clock,
  type NameOf,
  type Print,
  printDecision,
} from '../../../shared/application/history/decision-in-words.ts';
import type { LifeEntry } from '../../../shared/application/history/life.ts';
import { lifeInWords } from '../../../shared/application/history/life-in-words.ts';
import type { RoutingDecision } from '../../../shared/application/history/routing-decision.ts';
import { testInWords } from '../what-if/test-in-words.ts';

/** A lead's life, cycle by cycle, with each decision about it in full where it was taken. */
export const printLife = (
  life: readonly LifeEntry[],
  decisions: readonly RoutingDecision[],
  { nameOf, print }: { readonly nameOf: NameOf; readonly print: Print },
): void => {
  let cycle = 0;
  for (const entry of life) {
    if (entry.cycle !== cycle) {
      cycle = entry.cycle;
      print('');
      print(`CYCLE ${cycle}`);
    }
    const decision = 'sequence' in entry ? decisions.find(({ sequence }) => sequence === entry.sequence) : undefined;
    const told = lifeInWords(entry, nameOf);
    if (decision !== undefined) printDecision(decision, nameOf, testInWords, print);
    else if (told !== undefined) print(`${clock(entry.at)}  ${told}`);
  }
};
