import type { Instant } from '../../domain/time/instant.ts';
import { instantOf, offsetAt, type Zone } from '../../domain/time/zone.ts';

/** A time as a calendar has it: in a zone of its own, or, where it has none, in that of whoever reads it. */
export interface CalendarTime {
  /** What the clock shows, in milliseconds, read as if it were UTC. */
  readonly local: number;
  readonly zone?: Zone;
}

export type CalendarSpan =
  /** Whole days, `YYYY-MM-DD`, both included. */
  | { readonly kind: 'days'; readonly from: string; readonly to: string }
  | { readonly kind: 'times'; readonly from: CalendarTime; readonly to: CalendarTime };

/** One occurrence of an event that takes up time. */
export interface CalendarEvent {
  readonly summary: string;
  /** Addresses of the attendees, in small letters. */
  readonly attendees: readonly string[];
  readonly span: CalendarSpan;
}

/** The instant of a time that is read in `own` where it has no zone. */
export const instantFrom = ({ local, zone }: CalendarTime, own: Zone): Instant => instantOf(zone ?? own, local);

/** What the clock of `own` shows then. */
export const localFrom = (time: CalendarTime, own: Zone): number => {
  if (time.zone === undefined) return time.local;
  const at = instantFrom(time, own);
  return at + offsetAt(own, at);
};
