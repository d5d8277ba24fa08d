import * as z from 'zod';
import { timeZoneProblem } from '../../shared/agreement/codes/time-zones.ts';
import { choice } from '../../shared/agreement/files/choice.ts';
import { condition } from '../../shared/agreement/files/condition.ts';
import { offset } from '../../shared/agreement/files/duration.ts';
import { mappedValue } from '../../shared/agreement/files/mapped-value.ts';
import { id as name, timeZone } from '../../shared/agreement/files/values.ts';
import { FACT_SOURCE } from '../../shared/contracts/subscriptions.ts';
import type { MappedValue } from '../../shared/domain/source/mapped-value.ts';
import { INBOUND_TYPES } from '../../shared/domain/vocabulary/inbound-types.ts';
import { isDateFormat } from './date-format.ts';

const dateFormat = z
  .string()
  .refine(isDateFormat, 'expected iso, epoch-seconds, epoch-milliseconds, excel or a format such as m/d/yyyy H:mm');

const time = z.strictObject({
  column: z.string(),
  format: z.union([dateFormat.transform((one) => [one]), z.array(dateFormat).min(1)], 'expected a format or several'),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d(-([01]\d|2[0-3]):[0-5]\d)?$/, 'expected a time such as "09:00" or "09:00-17:00"')
    .exactOptional()
    .describe('The time of day of a date without one; over a range, rows are spread by their id'),
});

const event = z.strictObject({
  type: choice(INBOUND_TYPES),
  when: condition.exactOptional().describe('Over the columns, whose cells are text'),
  time: time.exactOptional(),
  after: offset.default(0),
  data: z.record(z.string(), mappedValue),
});

const isEncoding = (label: string): boolean => {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
};

/** MAP.yaml: how a row of a table becomes events. */
export const importMap = z.strictObject({
  source: name.refine((source) => source !== FACT_SOURCE, `${FACT_SOURCE} is the source of our own facts`),
  delimiter: z.string().length(1, 'expected one character').exactOptional(),
  encoding: z
    .string()
    .refine(isEncoding, 'expected an encoding such as utf-8 or windows-1252')
    .exactOptional()
    .describe('Found from the table if left out'),
  skip: z
    .int('expected a whole number of lines')
    .min(0, 'expected a whole number of lines')
    .default(0)
    .describe('Lines before the header'),
  id: z.string().min(1, 'must not be empty'),
  zone: z
    .union([timeZone, z.strictObject({ column: z.string(), map: z.record(z.string(), timeZone).default({}) })], {
      error: ({ input }) =>
        typeof input === 'string'
          ? timeZoneProblem(input)
          : 'expected a time zone such as Europe/Berlin, or { column, map }',
    })
    .prefault('UTC'),
  time,
  events: z.array(event).min(1, 'an empty list makes no events'),
});

export type ImportMap = z.infer<typeof importMap>;
export type Value = MappedValue;
export type TimeColumn = z.infer<typeof time>;
