import type { Agreement } from '../agreement/agreement.ts';
import { rateOf } from '../statistics/exact.ts';
import { HOUR_MS } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { elapsedWorking } from '../time/working-time.ts';
import type { Cycle, Deed } from './cycle.ts';
import { percentilesOf } from './percentiles.ts';

/** From when to when something took, in a cycle; `from` undefined where it has not begun. */
interface Span {
  readonly from: Instant | undefined;
  readonly done: Deed | undefined;
}

const timesOf = (cycles: readonly Cycle[], spanOf: (cycle: Cycle) => Span, reps?: Agreement['reps']) => {
  const begun = cycles.flatMap((cycle) => {
    const { from, done } = spanOf(cycle);
    return from === undefined ? [] : [{ from, done, isOver: cycle.end !== undefined }];
  });
  const done = begun.flatMap(({ from, done: deed }) => (deed === undefined ? [] : [{ from, deed }]));
  const working = done.flatMap(({ from, deed }) => {
    const schedule = deed.rep === undefined ? undefined : reps?.[deed.rep]?.schedule;
    return schedule === undefined ? [] : [elapsedWorking(schedule, from, deed.at)];
  });
  return {
    n: done.length,
    waiting: begun.filter((one) => one.done === undefined && !one.isOver).length,
    never: begun.filter((one) => one.done === undefined && one.isOver).length,
    wall: percentilesOf(done.map(({ from, deed }) => deed.at - from)),
    working: percentilesOf(working),
  };
};

/** How long things took, of the cycles that qualified in the period. */
export const timesReport = (qualified: readonly Cycle[], { reps }: Agreement) => {
  const since = (of: (cycle: Cycle) => Deed | undefined) => (cycle: Cycle) => ({
    from: cycle.qualified?.at,
    done: of(cycle),
  });
  const alerted = since(({ alertedAt }) => (alertedAt === undefined ? undefined : { at: alertedAt }));
  return {
    alert: timesOf(qualified, alerted),
    accept: timesOf(
      qualified,
      since(({ accepted }) => accepted),
      reps,
    ),
    contact: timesOf(
      qualified,
      since(({ contacted }) => contacted),
      reps,
    ),
    verdict: timesOf(qualified, ({ contacted, verdict }) => ({ from: contacted?.at, done: verdict }), reps),
    won: timesOf(qualified, ({ openedAt, won }) => ({ from: openedAt, done: won })),
  };
};

/** Of those that qualified an hour ago or longer, how many were contacted within the hour. */
export const contactWithinHour = (qualified: readonly Cycle[], asOf: Instant) => {
  const due = qualified.filter((cycle) => (cycle.qualified?.at ?? asOf) <= asOf - HOUR_MS);
  const n = due.filter(
    ({ qualified: since, contacted }) =>
      since !== undefined && contacted !== undefined && contacted.at - since.at <= HOUR_MS,
  ).length;
  return { of: due.length, n, rate: rateOf(n, due.length) };
};
