import type { Rep } from '../agreement/agreement.ts';
import type { Instant } from '../time/instant.ts';
import { localDate } from '../time/zone.ts';

/** How many leads a rep has. */
export interface RepLoad {
  /** Leads owned and not ended. */
  readonly open: number;
  /** The rep's local date that `today` counts, `YYYY-MM-DD`. */
  readonly day: string;
  /** Leads assigned on that day, whoever has them since. */
  readonly today: number;
  /** Territories of other teams on whose waitlists leads wait for this rep, as the owner of their account. */
  readonly awaitedIn?: readonly string[];
}

export const NO_LOAD: RepLoad = { open: 0, day: '', today: 0 };

const leadsOn = (day: string, load: RepLoad): number => (load.day === day ? load.today : 0);

const todayOf = (load: RepLoad, rep: Rep, now: Instant): number => leadsOn(localDate(rep.schedule.zone, now), load);

/** `day`: the rep's local date. */
export const addLeadOn = (load: RepLoad, day: string): RepLoad => ({
  ...load,
  open: load.open + 1,
  day,
  today: leadsOn(day, load) + 1,
});

export const addLead = (load: RepLoad, rep: Rep, now: Instant): RepLoad =>
  addLeadOn(load, localDate(rep.schedule.zone, now));

export const dropLead = (load: RepLoad): RepLoad => ({ ...load, open: Math.max(0, load.open - 1) });

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
