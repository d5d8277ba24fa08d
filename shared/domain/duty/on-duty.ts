import { DAY_MS, MINUTE_MS } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { isOpen, nextOpening } from '../time/working-time.ts';
import { instantOf, localDay, type Zone } from '../time/zone.ts';
import type { Duty, Rotation } from './duty.ts';

const begins = ({ from }: Rotation, zone: Zone): Instant => instantOf(zone, from * DAY_MS);

/** How many handoffs have passed the duty on by `now`. */
const handoffsBy = ({ from, everyDays, handoffDay, handoffMinute }: Rotation, zone: Zone, now: Instant): number => {
  const rounds = (day: number): number => Math.floor((day - handoffDay) / everyDays);
  // Where clocks are put back over midnight, the local date is yesterday's again when today's handoff has been.
  let round = rounds(localDay(zone, now) + 1);
  while (instantOf(zone, (handoffDay + round * everyDays) * DAY_MS + handoffMinute * MINUTE_MS) > now) round--;
  return Math.max(0, round - rounds(from));
};

const inRotation = (rotation: Rotation, zone: Zone, now: Instant): readonly string[] => {
  const { reps } = rotation;
  if (reps.length === 0 || now < begins(rotation, zone)) return [];
  const first = handoffsBy(rotation, zone, now) % reps.length;
  return [...reps.slice(first), ...reps.slice(0, first)];
};

/**
 * Ids of those who are on duty, each once: whoever it is, and after them whoever comes in if they cannot. Nobody outside
 * the duty's hours.
 */
export const dutyOrder = ({ schedule, rotation, shifts }: Duty, now: Instant): readonly string[] => {
  if (!isOpen(schedule, now)) return [];
  const standIns = shifts.filter(({ from, to }) => from <= now && now < to).map(({ rep }) => rep);
  return [...new Set([...standIns, ...inRotation(rotation, schedule.zone, now)])];
};

/** The first instant from `now` on at which the hours of the duty are open and its rotation has begun. */
export const nextDuty = ({ schedule, rotation }: Duty, now: Instant): Instant | undefined =>
  nextOpening(schedule, Math.max(now, begins(rotation, schedule.zone)));

/** Everybody who may ever be on duty, each once. */
export const repsOnDuty = ({ rotation, shifts }: Duty): readonly string[] => [
  ...new Set([...rotation.reps, ...shifts.map(({ rep }) => rep)]),
];
