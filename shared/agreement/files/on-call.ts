import * as z from 'zod';
import { quote } from '../../domain/language/quote.ts';
import { isDate } from '../../domain/time/local-date.ts';
import { DAY_MINUTES } from '../../domain/time/schedule.ts';
import { WEEKDAYS } from '../../domain/vocabulary/weekdays.ts';
import { choice } from './choice.ts';
import { coveredWeek } from './hours.ts';
import { calendar, formed, localDate, timeZone, title, whereRead } from './values.ts';

export const ROTATIONS = ['weekly', 'daily'] as const;

export const icalFile = formed(/\S/, 'expected the name of a file');

const HANDOFF = new RegExp(`^(?:(${WEEKDAYS.join('|')}) )?([01]\\d|2[0-3]):([0-5]\\d)$`);
const WANTED_HANDOFF = 'expected a day and a time such as "mon 09:00", or a time for a daily rotation';

/** When the duty is passed on. */
export interface Handoff {
  /** Monday is 0. */
  readonly weekday?: number;
  /** Minutes from midnight. */
  readonly minute: number;
}

const handoff = z
  .string()
  .meta({ pattern: HANDOFF.source, patternErrorMessage: WANTED_HANDOFF })
  .transform((text, context): Handoff => {
    const match = HANDOFF.exec(text);
    if (match === null) {
      context.addIssue(`${WANTED_HANDOFF}, got ${quote(text)}`);
      return z.NEVER;
    }
    const named = WEEKDAYS.findIndex((day) => text.startsWith(day));
    return { ...(named === -1 ? {} : { weekday: named }), minute: Number(match[2]) * 60 + Number(match[3]) };
  });

const MOMENT = /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/;
const WANTED_MOMENT = 'expected a date such as 2026-12-31, or with a time 2026-12-31T18:00';

/** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, of a day that there is. */
const localMoment = z
  .string()
  .refine((text) => MOMENT.test(text) && isDate(text.slice(0, 10)), {
    error: ({ input }) => `${WANTED_MOMENT}, got ${quote(input)}`,
  })
  .meta({ pattern: MOMENT.source, patternErrorMessage: WANTED_MOMENT, examples: ['2026-12-24', '2026-12-24T09:00'] });

/** Whether a moment is a date without a time. */
export const isWholeDay = (moment: string): boolean => moment.length === 10;

const standIn = z
  .strictObject({
    from: localMoment.meta({
      title: 'From',
      description: 'The first day, or from when, in the zone of the duty.',
    }),
    to: localMoment.meta({
      title: 'To',
      description: 'The last day, or until when. With a time, the rep is on duty whatever the `hours`.',
    }),
    rep: z.string().meta({ title: 'Rep', description: 'An id of reps.yaml.', examples: ['ben'] }),
  })
  .meta({ title: 'Override', description: 'Somebody who stands in for the rotation.' })
  .refine(({ from, to }) => (isWholeDay(to) ? from.slice(0, 10) <= to : from < to), {
    error: 'ends before it begins',
    path: ['to'],
    when: whereRead('from', 'to'),
  });

const AT_ANY_HOUR = Array.from({ length: 7 }, () => [{ from: 0, to: DAY_MINUTES }]);

export const onCall = z
  .strictObject({
    name: title.meta({
      title: 'Name',
      description: 'Each name once. Territories name the duty by it, in `onCall`.',
      examples: ['nights'],
    }),
    timeZone: timeZone.meta({
      title: 'Time zone',
      description: 'An IANA zone. `from`, `handoff`, `hours` and the dates of `overrides` are in it.',
      examples: ['Europe/Berlin', 'America/New_York'],
    }),
    rotation: choice(ROTATIONS).meta({
      title: 'Rotation',
      description: 'How often the duty is passed on to the next of `reps`.',
    }),
    from: localDate.meta({
      title: 'From',
      description: 'The first of `reps` is on duty from this day on, until the first handoff on a later day.',
      examples: ['2026-11-02'],
    }),
    handoff: handoff.meta({
      title: 'Handoff',
      description: 'When the duty is passed on: a day and a time, or a time for a daily rotation.',
      examples: ['mon 09:00', '09:00'],
    }),
    reps: z.array(z.string()).meta({
      title: 'Reps',
      description: 'Ids of reps.yaml, in the order of their turns. Who is away is skipped.',
      examples: [['ana', 'ben']],
      minItems: 1,
    }),
    hours: coveredWeek.default(AT_ANY_HOUR).meta({
      title: 'Hours',
      description: 'When somebody is on duty. `"18:00-09:00"` covers both nights of its day.',
      absent: 'at any hour',
      examples: [{ 'mon-fri': ['18:00-09:00'], 'sat-sun': ['00:00-24:00'] }],
    }),
    calendar: calendar.exactOptional().meta({
      title: 'Calendar',
      description: 'A country, or a part of one, on whose public holidays the hours of a Sunday are covered too.',
      absent: 'the holidays of all whose leads it takes',
      examples: ['DE', 'DE-BY'],
    }),
    overrides: z
      .array(standIn)
      .default([])
      .meta({
        title: 'Overrides',
        description: 'Who stands in for the rotation, from when to when. No two may overlap.',
        absent: 'none',
        examples: [[{ from: '2026-12-24', to: '2026-12-26', rep: 'ben' }]],
      }),
    ical: icalFile.exactOptional().meta({
      title: 'Calendar file',
      description:
        'An iCalendar file beside this one: each event puts its attendee, or whoever its summary names, on duty.',
      absent: 'none',
      examples: ['nights.ics'],
    }),
  })
  .meta({ title: 'On-call duty', description: 'Who takes the leads that nobody of a team can take, and when.' });

export type WrittenDuty = z.infer<typeof onCall>;
