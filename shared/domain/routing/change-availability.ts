import { DAY_MS } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import type { AvailabilityState } from '../vocabulary/availability-states.ts';
import { type Absence, type Away, absenceAhead, absenceAt } from './absence.ts';
import { type RepLoad, withoutAbsence } from './rep-load.ts';

/** What a rep, or a program in the rep's name, says of when leads may come: by the page, by SMS or on the bus. */
export type AvailabilityCommand =
  | {
      readonly state: Extract<AvailabilityState, 'away'>;
      readonly from: Instant;
      /** From then on leads come again; absent where only the return ends it. */
      readonly to?: Instant;
      /** Whether leads that the rep has not answered go back in line. */
      readonly giveBack: boolean;
    }
  | { readonly state: Extract<AvailabilityState, 'back'> };

/** Why a command is no absence. */
export type AvailabilityRefusal = 'over' | 'ends-before-it-begins' | 'too-long';

/** Longer than any leave: a year that was mistyped shall not keep leads from a rep for ever. */
const LONGEST_MS = 731 * DAY_MS;

export const refusalOf = (command: AvailabilityCommand, now: Instant): AvailabilityRefusal | undefined => {
  if (command.state === 'back') return undefined;
  const { from, to } = command;
  if (from > now + LONGEST_MS || (to !== undefined && to > now + LONGEST_MS)) return 'too-long';
  if (to === undefined) return undefined;
  if (to <= now) return 'over';
  return to <= from ? 'ends-before-it-begins' : undefined;
};

const isSame = (one: Absence | undefined, other: Away): boolean =>
  one?.why === 'away' && one.from === other.from && one.to === other.to;

/**
 * The rep as the command leaves them. What was said later stands, in whatever order it comes; what is said twice is said
 * once. Who says either is silent no more: leads that lapsed before count no longer.
 */
export const changeAvailability = (
  load: RepLoad,
  command: AvailabilityCommand,
  { saidAt, now }: { readonly saidAt: Instant; readonly now: Instant },
): RepLoad => {
  if (load.saidAt !== undefined && saidAt < load.saidAt) return load;
  if (command.state === 'back') {
    // One that is over stays: nobody comes back from it.
    const over = absenceAhead(load.absence, now) === undefined ? load.absence : undefined;
    return { ...withoutAbsence(load), ...(over === undefined ? {} : { absence: over }), saidAt };
  }
  const { from, to, giveBack } = command;
  const returned = giveBack ? (load.unanswered ?? []) : [];
  const absence: Away = { why: 'away', from: Math.max(from, saidAt), ...(to === undefined ? {} : { to }), returned };
  if (saidAt === load.saidAt && isSame(load.absence, absence)) return load;
  return { ...withoutAbsence(load), absence, saidAt };
};

/** The clock has taken a lead from the rep. Whoever is away or paused anyway can answer none, and it does not count. */
export const countLapse = (load: RepLoad, pauseAfter: number, now: Instant): RepLoad => {
  if (absenceAt(load.absence, now) !== undefined) return load;
  const lapses = (load.lapses ?? 0) + 1;
  if (lapses < pauseAfter) return { ...load, lapses };
  return { ...withoutAbsence(load), absence: { why: 'paused', from: now, lapses } };
};

/** The rep has answered a lead: it waits no more, no lapse counts, and a pause is over. What the rep said stands. */
export const noteAnswer = (load: RepLoad, leadId: string): RepLoad => {
  const waits = load.unanswered?.includes(leadId) ?? false;
  const isPaused = load.absence?.why === 'paused';
  if (!waits && !isPaused && load.lapses === undefined) return load;
  const { lapses: _, unanswered = [], absence, ...rest } = load;
  const left = unanswered.filter((id) => id !== leadId);
  return {
    ...rest,
    ...(left.length === 0 ? {} : { unanswered: left }),
    ...(absence === undefined || isPaused ? {} : { absence }),
  };
};
