import * as z from 'zod';
import { addressOf } from '../../domain/alert/channels/channels.ts';
import { type Addresses, CHANNELS, type Channel } from '../../domain/vocabulary/channels.ts';
import { orList } from './choice.ts';
import { dayHours, span, week } from './hours.ts';
import { icalFile, onCall } from './on-call.ts';
import { calendar, email, id, language, localDate, phone, slackMember, timeZone, title, whereRead } from './values.ts';

const limit = z.int().nonnegative('expected 0 or more');
const list = <T extends z.ZodType>(of: T) => z.array(of).default([]);

const override = z
  .strictObject({
    date: localDate.meta({ title: 'Date', description: 'Each date once.', examples: ['2026-12-24'] }),
    hours: dayHours.meta({
      title: 'Hours',
      description: 'Openings of this date instead of those of the week. Empty: the day is free.',
      examples: [['09:00-12:00']],
    }),
  })
  .meta({ title: 'Override', description: 'Other hours on one date.' });

const absence = z
  .strictObject({
    from: localDate.meta({ title: 'From', description: 'The first day away.', examples: ['2026-12-21'] }),
    to: localDate.meta({ title: 'To', description: 'The last day away.', examples: ['2027-01-03'] }),
  })
  .meta({ title: 'Absence', description: 'Days on which the rep does not work.' })
  .refine(({ from, to }) => from <= to, {
    error: 'ends before it begins',
    path: ['to'],
    when: whereRead('from', 'to'),
  });

const capacity = z.strictObject({
  open: limit.exactOptional().meta({
    title: 'Open leads',
    description: 'Open leads at once. 0 means none.',
    absent: 'no limit',
    examples: [25],
  }),
  perDay: limit.exactOptional().meta({
    title: 'Leads a day',
    description: 'New leads a local day. 0 means none.',
    absent: 'no limit',
    examples: [8],
  }),
});

/** Teams looks like a channel, and only shows what another one has told. */
const channel = z.enum(CHANNELS, {
  error: ({ input }) =>
    input === 'teams'
      ? 'Teams is no channel: it shows a card beside one, as sinks.yaml says'
      : `expected ${orList(CHANNELS)}`,
});

/** Where each channel reaches a rep. */
const addresses = {
  email: email.meta({
    title: 'E-mail',
    description: 'The address that alerts go to.',
    examples: ['ana.ortiz@example.com'],
  }),
  phone: phone.exactOptional().meta({
    title: 'Phone',
    description: 'The number that SMS go to, in quotes, as E.164 writes it: with the country code.',
    absent: 'no SMS',
    examples: ['+4917139200011'],
  }),
  slack: slackMember.exactOptional().meta({
    title: 'Slack',
    description:
      'The member id in Slack, from the profile (Copy member ID). Alerts come as direct messages with buttons.',
    absent: 'no Slack',
    examples: ['U0123ABCD'],
  }),
} satisfies Record<keyof Addresses, z.ZodType>;

const rep = z
  .strictObject({
    id: id.meta({
      title: 'Id',
      description: 'Each id once. It names the rep in events, so do not change it.',
      examples: ['ana'],
    }),
    name: title.meta({ title: 'Name', description: 'The name in messages.', examples: ['Ana Ortiz'] }),
    ...addresses,
    manager: z
      .string()
      .exactOptional()
      .meta({
        title: 'Manager',
        description: 'An id of reps.yaml: told when a promise is about to break, owner of last resort.',
        absent: 'nobody',
        examples: ['mia'],
      }),
    timeZone: timeZone.meta({
      title: 'Time zone',
      description: 'An IANA zone, no abbreviation. `hours`, dates and `quiet` are in it.',
      examples: ['Europe/Berlin', 'Europe/London', 'America/New_York', 'America/Los_Angeles', 'Asia/Singapore', 'UTC'],
    }),
    languages: list(language).meta({
      title: 'Languages',
      description: 'What the rep speaks, as BCP 47 writes it.',
      absent: 'none',
      examples: [['de', 'en-GB']],
    }),
    hours: week.meta({
      title: 'Hours',
      description: 'When the rep works, by a day or a range of days. Days that are left out are free.',
      examples: [{ 'mon-thu': ['09:00-12:30', '13:30-18:00'] }],
    }),
    calendar: calendar.exactOptional().meta({
      title: 'Calendar',
      description: 'A country, or a part of one, whose public holidays are free.',
      absent: 'no holidays',
      examples: ['DE', 'DE-BY'],
    }),
    holidays: list(localDate).meta({
      title: 'Holidays',
      description: 'Further dates that are free.',
      absent: 'none',
      examples: [['2026-12-24']],
    }),
    overrides: list(override).meta({
      title: 'Overrides',
      description: 'Other hours for what begins on single dates, even on a holiday.',
      absent: 'none',
    }),
    away: list(absence).meta({
      title: 'Away',
      description: 'Absences, both dates included.',
      absent: 'none',
    }),
    ical: icalFile.exactOptional().meta({
      title: 'Absences',
      description: 'An iCalendar file beside this one. The rep is away during each of its events.',
      absent: 'none',
      examples: ['ana.ics'],
    }),
    capacity: capacity.default({}).meta({
      title: 'Capacity',
      description: 'How many leads the rep can take.',
      absent: 'no limit',
    }),
    alerts: z
      .array(channel)
      .exactOptional()
      .meta({
        title: 'Alerts',
        description: 'The channels, in the order of preference. `sms` needs a `phone`, `slack` needs `slack`.',
        absent: 'what there is, SMS first',
        examples: [[...CHANNELS]],
      }),
    quiet: span.exactOptional().meta({
      title: 'Quiet hours',
      description: 'No SMS and no Slack in this time of the day. E-mail still goes.',
      absent: 'none',
      examples: ['22:00-07:00'],
    }),
  })
  .meta({ title: 'Rep', description: 'Somebody who takes leads, or a manager.' });

const mend = z
  .strictObject({
    add: list(localDate).meta({
      title: 'Add',
      description: 'Holidays that the calendar lacks.',
      absent: 'none',
      examples: [['2027-06-14']],
    }),
    remove: list(localDate).meta({
      title: 'Remove',
      description: 'Holidays of the calendar that are not kept.',
      absent: 'none',
      examples: [['2026-11-30']],
    }),
  })
  .meta({ title: 'Mend', description: 'What is different for all who follow this calendar.' });

/** reps.yaml: who takes leads, when they work and how they are reached. */
export const repsFile = z.strictObject({
  calendars: z
    .record(calendar, mend)
    .default({})
    .meta({
      title: 'Calendars',
      description: 'Public holidays that a calendar lacks, or that are not kept, by the name of the calendar.',
      absent: 'as they are',
      examples: [{ 'GB-SCT': { add: ['2027-06-14'], remove: ['2026-11-30'] } }],
    }),
  onCall: list(onCall).meta({
    title: 'On call',
    description:
      'Duties, which take the leads that nobody of a team and its overflow can take. A territory names its own.',
    absent: 'none',
  }),
  reps: z.array(rep).meta({ title: 'Reps', description: 'Everybody who takes leads, and their managers.' }),
});

export type RepsFile = z.infer<typeof repsFile>;
export type WrittenRep = z.infer<typeof rep>;
export type WrittenMend = z.infer<typeof mend>;

const addressesAlone = z.object(addresses);

export const addressesOf = (rep: WrittenRep): Addresses => addressesAlone.parse(rep);

interface Reached extends Addresses {
  readonly alerts?: readonly Channel[];
}

/** The channels asked for that can reach the rep. Without a wish, all that there are. */
export const channelsOf = ({ alerts = CHANNELS, ...addresses }: Reached): readonly Channel[] =>
  [...new Set(alerts)].filter((channel) => addressOf(channel, addresses) !== undefined);
