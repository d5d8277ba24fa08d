import type { Interval } from '../../../domain/time/interval.ts';
import { type Reached, reachOfLead } from './reach-of-lead.ts';
import { piecesOf } from './turning-points.ts';
import type { World } from './world.ts';

/** What is answered to every hot lead that comes within an interval. */
export interface Answer extends Interval {
  /** Whether somebody hears of it in the same instant; else all hear of it at `at`. Undefined if nobody ever does. */
  readonly reached: (Reached & { readonly atOnce: boolean }) | undefined;
}

/** In order, without a gap. Within a piece all depends on the same instants, so one of its instants speaks for it. */
export const answersIn = (world: World, interval: Interval): readonly Answer[] =>
  piecesOf(world, interval).map(({ from, to }) => {
    const inside = (from + to) / 2;
    const reached = reachOfLead(world, inside);
    return { from, to, reached: reached && { ...reached, atOnce: reached.at <= inside } };
  });

/** How long the first lead of the interval waits, which is the longest; infinite if it is never reached. */
export const longestWait = ({ from, reached }: Answer): number => {
  if (reached === undefined) return Number.POSITIVE_INFINITY;
  return reached.atOnce ? 0 : reached.at - from;
};

/** What of the answers keeps a promise of so many milliseconds. */
export const keptIn = (answers: readonly Answer[], withinMs: number): readonly Interval[] =>
  answers.flatMap(({ from, to, reached }): readonly Interval[] => {
    if (reached === undefined) return [];
    return [{ from: reached.atOnce ? from : Math.max(from, reached.at - withinMs), to }];
  });
