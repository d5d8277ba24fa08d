import * as z from 'zod';
import { addressOf } from '../../domain/alert/channels/channels.ts';
import { type Addresses, CHANNELS, type Channel } from '../../domain/vocabulary/channels.ts';
import { choice } from './choice.ts';
import { dayHours, span, week } from './hours.ts';
import { email, id, language, localDate, phone, timeZone, title } from './values.ts';

const limit = z.int().nonnegative('expected 0 or more');
const list = <T extends z.ZodType>(of: T) => z.array(of).default([]);

const absence = z
  .strictObject({ from: localDate, to: localDate })
  .refine(({ from, to }) => from <= to, { error: 'ends before it begins', path: ['to'] });

/** Where each channel reaches a rep. */
const addresses = {
  email,
  phone: phone.exactOptional(),
} satisfies Record<keyof Addresses, z.ZodType>;

const rep = z.strictObject({
  id,
  name: title,
  ...addresses,
  manager: z.string().exactOptional(),
  timeZone,
  languages: list(language),
  /** Seven days of openings, Monday first. */
  hours: week,
  /** A country or a part of it, such as DE-BY, whose public holidays are free. */
  calendar: z.string().exactOptional(),
  holidays: list(localDate),
  overrides: list(z.strictObject({ date: localDate, hours: dayHours })),
  away: list(absence),
  capacity: z.strictObject({ open: limit.exactOptional(), perDay: limit.exactOptional() }).default({}),
  /** In the order of preference. */
  alerts: z.array(choice(CHANNELS)).exactOptional(),
  quiet: span.exactOptional(),
});

/** reps.yaml: who takes leads, when they work and how they are reached. */
export const repsFile = z.strictObject({ reps: z.array(rep) });

export type RepsFile = z.infer<typeof repsFile>;
export type WrittenRep = z.infer<typeof rep>;

const addressesAlone = z.object(addresses);

export const addressesOf = (rep: WrittenRep): Addresses => addressesAlone.parse(rep);

interface Reached extends Addresses {
  readonly alerts?: readonly Channel[];
}

/** The channels asked for that can reach the rep. Without a wish, all that there are. */
export const channelsOf = ({ alerts = CHANNELS, ...addresses }: Reached): readonly Channel[] =>
  [...new Set(alerts)].filter((channel) => addressOf(channel, addresses) !== undefined);
