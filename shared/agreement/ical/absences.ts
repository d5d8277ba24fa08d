import { DAY_MS, MINUTE_MS } from '../../domain/time/durations.ts';
import { DAY_MINUTES, type Opening, type Schedule } from '../../domain/time/schedule.ts';
import { dateOf, type Zone } from '../../domain/time/zone.ts';
import { type CalendarEvent, localFrom } from './ical-event.ts';

/** What lies between two local times, day by day, in minutes of each. */
export const byDay = (from: number, to: number): readonly (readonly [day: number, part: Opening])[] => {
  const parts: (readonly [number, Opening])[] = [];
  for (let day = Math.floor(from / DAY_MS); day * DAY_MS < to; day++) {
    const midnight = day * DAY_MS;
    const part = {
      from: Math.max(0, (from - midnight) / MINUTE_MS),
      to: Math.min(DAY_MINUTES, (to - midnight) / MINUTE_MS),
    };
    parts.push([day, part]);
  }
  return parts;
};

/** The events of a calendar of absences: whole days away, and hours that are taken out of single dates. */
export const absencesFrom = (events: readonly CalendarEvent[], zone: Zone): Pick<Schedule, 'away' | 'breaks'> => {
  const away: { from: string; to: string }[] = [];
  const breaks: Record<string, Opening[]> = {};
  for (const { span } of events) {
    if (span.kind === 'days') {
      away.push({ from: span.from, to: span.to });
      continue;
    }
    for (const [day, part] of byDay(localFrom(span.from, zone), localFrom(span.to, zone))) {
      const date = dateOf(day);
      const known = breaks[date] ?? [];
      breaks[date] = known;
      known.push(part);
    }
  }
  return { away, breaks };
};
