import type ICAL from 'ical.js';
import { quote } from '../../domain/language/quote.ts';
import { DAY_MS } from '../../domain/time/durations.ts';
import { dateOf, UTC } from '../../domain/time/zone.ts';
import { findZone } from '../zones/packed-zones.ts';
import type { CalendarEvent, CalendarSpan, CalendarTime } from './ical-event.ts';

/** Years, both included, of which occurrences are read. */
export interface Years {
  readonly first: number;
  readonly last: number;
}

/** What of a file cannot be used. */
export class UnreadableCalendar extends Error {}

type Library = typeof ICAL;
type Time = InstanceType<Library['Time']>;
type Event = InstanceType<Library['Event']>;

/** One event that comes back more often than this is a slip: five years have 43,800 hours. */
const MOST_OCCURRENCES = 50_000;

const localMs = ({ year, month, day, hour, minute, second }: Time): number =>
  Date.UTC(year, month - 1, day, hour, minute, second);

/** In the zone that IANA has by this name; else by the rules that the file gives for it. */
const timeOf = (time: Time, tzid: string | undefined): CalendarTime => {
  const local = localMs(time);
  const named = time.zone?.tzid === 'UTC' ? UTC : tzid === undefined ? undefined : findZone(tzid);
  if (named !== undefined) return { local, zone: named };
  if (tzid === undefined) return { local };
  if (time.zone?.component === undefined || time.zone.component === null)
    throw new UnreadableCalendar(`unknown time zone ${quote(tzid)}`);
  return { local: time.toUnixTime() * 1_000, zone: UTC };
};

const tzidOf = ({ component }: Event, property: string): string | undefined =>
  component.getFirstProperty(property)?.getFirstParameter('tzid');

const textOf = ({ component }: Event, property: string): string =>
  String(component.getFirstPropertyValue(property) ?? '').toUpperCase();

/** Undefined for what takes up no time: cancelled, marked as free, or as long as nothing. */
const spanOf = (event: Event, from: Time, to: Time): CalendarSpan | undefined => {
  if (textOf(event, 'status') === 'CANCELLED' || textOf(event, 'transp') === 'TRANSPARENT') return undefined;
  if (from.isDate) {
    const [first, after] = [localMs(from) / DAY_MS, localMs(to) / DAY_MS];
    return first < after ? { kind: 'days', from: dateOf(first), to: dateOf(after - 1) } : undefined;
  }
  if (localMs(from) === localMs(to)) return undefined;
  const begin = tzidOf(event, 'dtstart');
  return { kind: 'times', from: timeOf(from, begin), to: timeOf(to, tzidOf(event, 'dtend') ?? begin) };
};

const occurrence = (event: Event, from: Time, to: Time, { first, last }: Years): readonly CalendarEvent[] => {
  const span = from.year > last || to.year < first ? undefined : spanOf(event, from, to);
  if (span === undefined) return [];
  const attendees = event.attendees.map((one) =>
    String(one.getFirstValue())
      .replace(/^mailto:/i, '')
      .toLowerCase(),
  );
  return [{ summary: event.summary ?? '', attendees, span }];
};

const occurrencesOf = (event: Event, years: Years): readonly CalendarEvent[] => {
  if (event.startDate === null) return [];
  if (!event.isRecurring()) return occurrence(event, event.startDate, event.endDate, years);
  const found: CalendarEvent[] = [];
  const all = event.iterator();
  for (let count = 0; count <= MOST_OCCURRENCES; count++) {
    const next = all.next();
    if (next === null || next === undefined || next.year > years.last) return found;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    found.push(...occurrence(item, startDate, endDate, years));
  }
  throw new UnreadableCalendar(`${quote(event.summary)} comes back more than ${MOST_OCCURRENCES} times`);
};

/** The occurrences of all events of an iCalendar text, recurring ones expanded. Throws UnreadableCalendar. */
export const parseIcal = async (text: string, years: Years): Promise<readonly CalendarEvent[]> => {
  const { default: ical } = await import('ical.js');
  try {
    const calendar = ical.Component.fromString(text);
    if (calendar.name !== 'vcalendar') throw new UnreadableCalendar('no iCalendar');
    return calendar
      .getAllSubcomponents('vevent')
      .map((component) => new ical.Event(component))
      .filter((event) => !event.isRecurrenceException())
      .flatMap((event) => occurrencesOf(event, years));
  } catch (error) {
    if (error instanceof UnreadableCalendar || !(error instanceof Error)) throw error;
    throw new UnreadableCalendar(error.message);
  }
};
