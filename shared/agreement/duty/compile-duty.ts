import type { Duty, Shift } from '../../domain/duty/duty.ts';
import { DAY_MS } from '../../domain/time/durations.ts';
import type { Interval } from '../../domain/time/interval.ts';
import type { Opening } from '../../domain/time/schedule.ts';
import { dateOf, instantOf, weekdayOf, type Zone } from '../../domain/time/zone.ts';
import { isWholeDay, type WrittenDuty } from '../files/on-call.ts';
import type { WrittenRep } from '../files/reps.ts';
import { byDay } from '../ical/absences.ts';
import { type CalendarEvent, instantFrom, localFrom } from '../ical/ical-event.ts';
import { zoneWithin } from '../zones/zone-within.ts';
import { repsNamedBy } from './named-rep.ts';

const SUNDAY = 6;

/** Local days since 1970-01-01. */
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** A stand-in, by what the clock of the duty shows. */
interface StandIn {
  readonly rep: string;
  readonly from: number;
  readonly to: number;
  /** Of whole days: within the hours of the duty. */
  readonly wholeDays: boolean;
  readonly instants: Interval;
}

type WrittenOverride = WrittenDuty['overrides'][number];

/** What the clock of the duty shows at the beginning and at the end of an override, in milliseconds. */
export const localSpanOf = ({ from, to }: WrittenOverride): Interval => {
  const at = (moment: string) => Date.parse(isWholeDay(moment) ? `${moment}T00:00Z` : `${moment}Z`);
  return { from: at(from), to: isWholeDay(to) ? at(to) + DAY_MS : at(to) };
};

const fromOverride = (override: WrittenOverride, zone: Zone): StandIn => {
  const { from, to } = localSpanOf(override);
  const wholeDays = isWholeDay(override.from) && isWholeDay(override.to);
  return { rep: override.rep, from, to, wholeDays, instants: { from: instantOf(zone, from), to: instantOf(zone, to) } };
};

const fromEvent = ({ span }: CalendarEvent, rep: string, zone: Zone): StandIn => {
  if (span.kind === 'days') return fromOverride({ from: span.from, to: span.to, rep }, zone);
  const [from, to] = [localFrom(span.from, zone), localFrom(span.to, zone)];
  const instants = { from: instantFrom(span.from, zone), to: instantFrom(span.to, zone) };
  return { rep, from, to, wholeDays: false, instants };
};

export interface DutyParts {
  readonly reps: readonly WrittenRep[];
  readonly events: readonly CalendarEvent[];
  /** Sorted dates on which the hours of a Sunday are covered too. */
  readonly holidays: readonly string[];
  /** The instants between which the agreement knows how clocks change. */
  readonly clocks: Interval;
}

/** A duty as functions read it. Holidays and stand-ins at other hours are hours of single dates. */
export const compileDuty = (written: WrittenDuty, { reps, events, holidays, clocks }: DutyParts): Duty => {
  const zone = zoneWithin(written.timeZone, clocks);
  const standIns = [
    ...written.overrides.map((override) => fromOverride(override, zone)),
    ...events.flatMap((event) => repsNamedBy(event, reps).map(({ id }) => fromEvent(event, id, zone))),
  ];
  const dateHours = new Map<string, readonly Opening[]>();
  const week = (day: number): readonly Opening[] => written.hours[weekdayOf(day)] ?? [];
  for (const date of holidays)
    dateHours.set(date, [...week(dayOf(date)), ...week(dayOf(date) + SUNDAY - weekdayOf(dayOf(date)))]);
  for (const { from, to } of standIns.filter(({ wholeDays }) => !wholeDays)) {
    for (const [day, part] of byDay(from, to)) {
      const date = dateOf(day);
      dateHours.set(date, [...(dateHours.get(date) ?? week(day)), part]);
    }
  }
  const { weekday, minute } = written.handoff;
  const everyDays = written.rotation === 'weekly' ? 7 : 1;
  const from = dayOf(written.from);
  const shifts: readonly Shift[] = standIns.map(({ rep, instants }) => ({ ...instants, rep }));
  return {
    name: written.name,
    schedule: {
      zone,
      week: written.hours,
      holidays: [],
      dateHours: Object.fromEntries(dateHours),
      breaks: {},
      away: [],
    },
    rotation: {
      reps: written.reps,
      from,
      everyDays,
      handoffDay: everyDays === 1 ? from : from - ((weekdayOf(from) - (weekday ?? 0) + 7) % 7),
      handoffMinute: minute,
    },
    shifts,
  };
};
