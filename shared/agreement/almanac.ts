import type { Interval } from '../domain/time/interval.ts';
import type { CalendarEvent } from './ical/ical-event.ts';

/** What an agreement takes from outside its YAML when it is compiled. */
export interface Almanac {
  /** Sorted public holidays of a calendar, `YYYY-MM-DD`; none for a calendar that is not known. */
  readonly holidaysOf: (calendar: string) => readonly string[];
  /** The events of an iCalendar file that reps.yaml names; none for one that cannot be read. */
  readonly eventsOf: (file: string) => readonly CalendarEvent[];
  /** The instants between which the agreement knows how clocks change. */
  readonly clocks: Interval;
}
