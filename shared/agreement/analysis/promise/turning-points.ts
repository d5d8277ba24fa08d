import { DAY_MS, MINUTE_MS } from '../../../domain/time/durations.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { Interval } from '../../../domain/time/interval.ts';
import { opensOn } from '../../../domain/time/open-days.ts';
import type { Schedule } from '../../../domain/time/schedule.ts';
import { instantOf, localDay, nextInstantOf } from '../../../domain/time/zone.ts';
import { dutyIn, managerStepAt, repsIn, scheduledIn, type World } from './world.ts';

/** Instants around an interval at which the answer to "who can take a lead now" may change. */
type Source = (world: World, around: Interval) => readonly Instant[];

const daysAround = ({ zone }: Schedule, { from, to }: Interval): readonly number[] => {
  const [first, last] = [localDay(zone, from) - 1, localDay(zone, to) + 1];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
};

/** How long before the start of work a lead may come for it to be soon enough: for the promises, and for our own alone. */
const leadTimes = ({ agreement: { sla } }: World): readonly number[] => {
  const { alert, accept } = sla;
  return accept.clock === 'wall' ? [alert.withinMs, Math.min(alert.withinMs, accept.withinMs)] : [alert.withinMs];
};

/** Somebody starts or stops work, or starts soon enough for what is promised. */
const work: Source = (world, { from, to }) => {
  const times = leadTimes(world);
  return repsIn(world).flatMap((rep) =>
    daysAround(rep.schedule, { from, to: to + Math.max(...times) }).flatMap((day) =>
      opensOn(rep.schedule, day).flatMap((open) => [open.from, open.to, ...times.map((ms) => open.from - ms)]),
    ),
  );
};

/** Quiet hours begin or end. */
const quietHours: Source = (world, around) =>
  repsIn(world).flatMap((rep) => {
    const { quiet, schedule } = rep;
    if (quiet === undefined) return [];
    return daysAround(schedule, around).flatMap((day) =>
      [quiet.from, quiet.to].flatMap((minute) => {
        const local = day * DAY_MS + minute * MINUTE_MS;
        const first = instantOf(schedule.zone, local);
        return [first, nextInstantOf(schedule.zone, local, first)];
      }),
    );
  });

/** A duty begins or ends, passes to the next of its rotation, or somebody stands in. */
const duty: Source = (world, around) => {
  const found = dutyIn(world);
  if (found === undefined) return [];
  const { schedule, rotation, shifts } = found;
  return [
    ...shifts.flatMap(({ from, to }) => [from, to]),
    ...daysAround(schedule, around).flatMap((day) => [
      ...opensOn(schedule, day).flatMap(({ from, to }) => [from, to]),
      instantOf(schedule.zone, day * DAY_MS + rotation.handoffMinute * MINUTE_MS),
      instantOf(schedule.zone, day * DAY_MS),
    ]),
  ];
};

/** Clocks are put forward or back. */
const clockChanges: Source = (world) => scheduledIn(world).flatMap(({ schedule: { zone } }) => zone.changes);

/** Whoever can take a lead in another way than these has an entry here that tells when that begins and ends. */
const SOURCES: readonly Source[] = [work, quietHours, duty, clockChanges];

/** The interval in pieces within which nothing turns, in order. */
export const piecesOf = (world: World, interval: Interval): readonly Interval[] => {
  const step = managerStepAt(world) ?? 0;
  const around = { from: interval.from, to: interval.to + step };
  const inside = SOURCES.flatMap((source) => source(world, around))
    // What turns when the step of the alert comes turns for a lead that came so much earlier.
    .flatMap((at) => [at, at - step])
    .filter((at) => at > interval.from && at < interval.to);
  const points = [...new Set([interval.from, ...inside, interval.to])].sort((a, b) => a - b);
  return points.slice(1).map((to, i) => ({ from: points[i] ?? interval.from, to }));
};
