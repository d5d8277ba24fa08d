import type { TerritoryPromise } from '../../shared/agreement/analysis/promise/alert-promise.ts';
import { type Answer, longestWait } from '../../shared/agreement/analysis/promise/answers.ts';
import { DAY_MS, HOUR_MS } from '../../shared/domain/time/durations.ts';
import type { Interval } from '../../shared/domain/time/interval.ts';
import { instantOf } from '../../shared/domain/time/zone.ts';
import { WEEKDAYS } from '../../shared/domain/vocabulary/weekdays.ts';

/** One hour of the week, or a part of one: how long a hot lead waits at most, and who may get it. */
export interface Reach {
  /** Milliseconds; infinite if nobody is ever reached. */
  readonly ms: number;
  /** Rep ids. */
  readonly by: readonly string[];
}

const within = (answers: readonly Answer[], { from, to }: Interval): readonly Answer[] =>
  answers
    .filter((one) => one.from < to && one.to > from)
    .map((one) => ({ ...one, from: Math.max(one.from, from), to: Math.min(one.to, to) }));

const reachIn = (answers: readonly Answer[]): Reach => ({
  ms: answers.reduce((longest, one) => Math.max(longest, longestWait(one)), 0),
  by: [...new Set(answers.flatMap(({ reached }) => reached?.by ?? []))],
});

/** The 24 hours of each day of an ordinary week, Monday first, by the clock of the territory's main zone. */
export const reachByHour = ({ answers, monday, zone }: TerritoryPromise): readonly (readonly Reach[])[] =>
  WEEKDAYS.map((_, day) =>
    Array.from({ length: 24 }, (_hour, hour) => {
      const start = (monday + day) * DAY_MS + hour * HOUR_MS;
      return reachIn(within(answers, { from: instantOf(zone, start), to: instantOf(zone, start + HOUR_MS) }));
    }),
  );
