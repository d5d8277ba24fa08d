import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { zoneNamed } from '../../../examples/zone-named.ts';
import type { Interval } from '../../../shared/domain/time/interval.ts';
import type { Opening, Schedule } from '../../../shared/domain/time/schedule.ts';
import { instantOf, type Zone } from '../../../shared/domain/time/zone.ts';

const root = resolve(import.meta.dirname, '../../..');
export const casesFile = resolve(root, process.env.WORKING_TIME_CASES ?? '../shared/cases/working-time.json');

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** `HH:MM`, with seconds or without, as minutes from midnight. */
const minutes = z
  .string()
  .regex(/^\d{1,2}:\d{2}(:\d{2})?$/)
  .transform((text) => {
    const [hour = 0, minute = 0, second = 0] = text.split(':').map(Number);
    return hour * 60 + minute + second / 60;
  });
const openings = z.array(z.tuple([minutes, minutes]).transform(([from, to]): Opening => ({ from, to })));

const schedule = z
  .object({
    timezone: z.string(),
    hours: z.partialRecord(z.enum(DAYS), openings),
    date_hours: z.record(z.string(), openings).default({}),
    breaks: z.record(z.string(), openings).default({}),
    holidays: z.array(z.string()).default([]),
  })
  .transform(
    (given): Schedule => ({
      zone: zoneNamed(given.timezone),
      week: DAYS.map((day) => given.hours[day] ?? []),
      holidays: given.holidays,
      dateHours: given.date_hours,
      breaks: given.breaks,
      away: [],
    }),
  );

const common = { id: z.string(), schedule: z.string() };
const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/);
const seconds = z.number();
const givenCase = z.discriminatedUnion('op', [
  z.object({ ...common, op: z.literal(['add', 'sub']), start: time, seconds, expected: time }),
  z.object({ ...common, op: z.literal('next_open'), start: time, expected: time }),
  z.object({ ...common, op: z.literal('is_open'), start: time, expected: z.boolean() }),
  z.object({ ...common, op: z.literal('elapsed'), start: time, end: time, expected: seconds }),
  z.object({
    ...common,
    op: z.literal('add_paused'),
    start: time,
    seconds,
    pauses: z.array(z.tuple([time, time])),
    expected: time,
  }),
]);
const file = z.object({ schedules: z.record(z.string(), schedule), cases: z.array(givenCase) });

/** A case with its schedule found and its times as epoch milliseconds; undefined where there is no such file. */
export function readWorkingTimeCases() {
  if (!existsSync(casesFile)) return undefined;
  const { schedules, cases } = file.parse(JSON.parse(readFileSync(casesFile, 'utf8')));
  return cases.map((given) => {
    const found = schedules[given.schedule];
    if (found === undefined) throw new Error(`${given.id} names the schedule ${given.schedule}, which is not there.`);
    const at = (text: string): number => instantIn(found.zone, text);
    const pauses =
      given.op === 'add_paused' ? given.pauses.map(([from, to]): Interval => ({ from: at(from), to: at(to) })) : [];
    return { id: given.id, given, schedule: found, at, pauses };
  });
}

/** Without an offset, the text is local to the zone. */
function instantIn(zone: Zone, text: string): number {
  return /(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : instantOf(zone, Date.parse(`${text}Z`));
}
