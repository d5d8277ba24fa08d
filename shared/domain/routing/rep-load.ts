import type { Rep } from '../agreement/agreement.ts';
import type { Instant } from '../time/instant.ts';
import { localDate } from '../time/zone.ts';
import type { Absence } from './absence.ts';

/** How many leads a rep has, and whether more may come. One document: what is decided on it meets a conflict when it changes. */
export interface RepLoad {
  /** Leads owned and not ended. */
  readonly open: number;
  /** The rep's local date that `today` counts, `YYYY-MM-DD`. */
  readonly day: string;
  /** Leads assigned on that day, whoever has them since. */
  readonly today: number;
  /** Territories of other teams on whose waitlists leads wait for this rep, as the owner of their account. */
  readonly awaitedIn?: readonly string[];
  /** Ids of leads that wait for the rep's acceptance, in the order of their assignment; absent where there are none. */
  readonly unanswered?: readonly string[];
  /** How many of the rep's leads lapsed in a row; absent for none. */
  readonly lapses?: number;
  /** The latest; it may be over, or yet to begin. */
  readonly absence?: Absence;
  /** When what was last said of the rep's availability was said. */
  readonly saidAt?: Instant;
  /** How many facts about the rep there have been; absent before the first. */
  readonly sequence?: number;
}

export const NO_LOAD: RepLoad = { open: 0, day: '', today: 0 };

const leadsOn = (day: string, load: RepLoad): number => (load.day === day ? load.today : 0);

const todayOf = (load: RepLoad, rep: Rep, now: Instant): number => leadsOn(localDate(rep.schedule.zone, now), load);

/** The oldest beyond these are no longer given back with the others. */
export const UNANSWERED = 100;

/** The lead waits for the rep's acceptance. */
export const withUnanswered = (load: RepLoad, leadId: string): RepLoad => ({
  ...load,
  unanswered: [...(load.unanswered ?? []), leadId].slice(-UNANSWERED),
});

const withoutUnanswered = ({ unanswered = [], ...load }: RepLoad, leadId: string): RepLoad => {
  const left = unanswered.filter((id) => id !== leadId);
  return left.length === 0 ? load : { ...load, unanswered: left };
};

/** No absence, and nothing that speaks for one. */
export const withoutAbsence = ({ absence: _, lapses: __, ...load }: RepLoad): RepLoad => load;

/** `day`: the rep's local date. */
export const addLeadOn = (load: RepLoad, day: string): RepLoad => ({
  ...load,
  open: load.open + 1,
  day,
  today: leadsOn(day, load) + 1,
});

/** A lead comes to the rep, who has yet to accept it. */
export const addLead = (load: RepLoad, rep: Rep, leadId: string, now: Instant): RepLoad =>
  addLeadOn(withUnanswered(load, leadId), localDate(rep.schedule.zone, now));

export const dropLead = (load: RepLoad, leadId: string): RepLoad => ({
  ...withoutUnanswered(load, leadId),
  open: Math.max(0, load.open - 1),
});

/** So many waitlists are remembered; leads that wait on others are rechecked daily. */
const LINES = 20;

export const awaitIn = (load: RepLoad, territory: string): RepLoad =>
  load.awaitedIn?.includes(territory)
    ? load
    : { ...load, awaitedIn: [territory, ...(load.awaitedIn ?? [])].slice(0, LINES) };

/** Takes no lead at all, whoever gives one back. */
export const takesNone = ({ capacity: { open, perDay } }: Rep): boolean => open === 0 || perDay === 0;

/** Which capacity is used up, if any: the daily one, if there is one, is free again at the rep's next local midnight. */
export const fullness = (load: RepLoad, rep: Rep, now: Instant): 'full' | 'full-today' | undefined => {
  const { open, perDay } = rep.capacity;
  if (open !== undefined && load.open >= open) return 'full';
  if (perDay !== undefined && todayOf(load, rep, now) >= perDay) return 'full-today';
  return undefined;
};
