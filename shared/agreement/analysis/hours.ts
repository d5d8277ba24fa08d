import type { Rep } from '../../domain/agreement/agreement.ts';
import { CHANNEL_RULES } from '../../domain/alert/channels/channels.ts';
import type { Interval } from '../../domain/time/interval.ts';
import { opensOn } from '../../domain/time/open-days.ts';
import { endOfQuiet } from '../../domain/time/quiet-hours.ts';
import type { Schedule } from '../../domain/time/schedule.ts';
import { nextOpening } from '../../domain/time/working-time.ts';
import { localDay } from '../../domain/time/zone.ts';

/*
 * Whether hours can keep what is promised, from one instant to another (epoch milliseconds, the second left out).
 * What is false is certain.
 */

/** The stretches of work that end after `from`, begin before `until` and are given whole. */
function* openings(schedule: Schedule, { from, to }: Interval): Generator<Interval> {
  const last = localDay(schedule.zone, to) + 1;
  for (let day = localDay(schedule.zone, from); day <= last; day++) {
    for (const open of opensOn(schedule, day)) if (open.to > from && open.from < to) yield open;
  }
}

export const isEverAtWork = (schedule: Schedule, { from, to }: Interval): boolean => {
  const opening = nextOpening(schedule, from);
  return opening !== undefined && opening < to;
};

/** Whether anybody takes part in it at some time, and has room for a lead. */
export const couldTakeLead = ({ schedule, capacity }: Rep, time: Interval): boolean =>
  capacity.open !== 0 && capacity.perDay !== 0 && isEverAtWork(schedule, time);

/**
 * Whether what starts while somebody of the team works, and is due `ms` later, is ever due while somebody of the
 * team works; a closing still is.
 */
export const isEverDueAtWork = (team: readonly Schedule[], ms: number, time: Interval): boolean => {
  for (const one of team) {
    for (const start of openings(one, time)) {
      const due: Interval = { from: start.from + ms, to: start.to + ms };
      for (const other of team) {
        const around: Interval = { from: due.from - 1, to: due.to };
        if (!openings(other, around).next().done) return true;
      }
    }
  }
  return false;
};

/**
 * Whether an alert ever reaches the rep within `ms` of when a lead could be assigned, which is at work or so long
 * before. Some channels wait for the end of quiet hours; the others go at once.
 */
export const isEverAlertedWithin = ({ channels, quiet, schedule }: Rep, ms: number, time: Interval): boolean => {
  if (quiet === undefined || channels.some((channel) => !CHANNEL_RULES[channel].waitsForQuietHours)) return true;
  for (const { from, to } of openings(schedule, time)) {
    const earliest = from - ms + 1;
    const end = endOfQuiet(schedule.zone, quiet, earliest);
    // Whoever waits for that end waits least who comes last.
    if (end === undefined || end - ms < to) return true;
  }
  return false;
};
