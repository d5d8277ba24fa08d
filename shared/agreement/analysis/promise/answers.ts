import type { Interval } from '../../../domain/time/interval.ts';
import { type Reached, reachOfLead } from './reach-of-lead.ts';
import { piecesOf } from './turning-points.ts';
import { managerStepAt, type World } from './world.ts';

/** What is answered to every hot lead that comes within an interval. */
export interface Answer extends Interval {
  /**
   * With `after`, each is heard of so many milliseconds after it came: 0, or at the step of the alert; else all are at
   * `at`. Undefined if nobody ever hears of it.
   */
  readonly reached: (Reached & { readonly after?: number }) | undefined;
}

/** In order, without a gap. Within a piece all depends on the same instants, so one of its instants speaks for it. */
export const answersIn = (world: World, interval: Interval): readonly Answer[] =>
  piecesOf(world, interval).map(({ from, to }) => {
    const inside = (from + to) / 2;
    const reached = reachOfLead(world, inside);
    const after = reached && [0, managerStepAt(world)].find((ms) => ms !== undefined && reached.at === inside + ms);
    return { from, to, reached: reached && { ...reached, ...(after === undefined ? {} : { after }) } };
  });

/** How long the first lead of the interval waits, which is the longest; infinite if it is never reached. */
export const longestWait = ({ from, reached }: Answer): number => {
  if (reached === undefined) return Number.POSITIVE_INFINITY;
  return reached.after ?? reached.at - from;
};

/** What of the answers keeps a promise of so many milliseconds. */
export const keptIn = (answers: readonly Answer[], withinMs: number): readonly Interval[] =>
  answers.flatMap(({ from, to, reached }): readonly Interval[] => {
    if (reached === undefined) return [];
    if (reached.after !== undefined) return reached.after <= withinMs ? [{ from, to }] : [];
    return [{ from: Math.max(from, reached.at - withinMs), to }];
  });
