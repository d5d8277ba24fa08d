import * as z from 'zod';
import { WEEKDAYS } from '../../domain/vocabulary/weekdays.ts';
import { choice } from './choice.ts';
import { formed, localDate, timeZone, title } from './values.ts';

const currency = formed(/^[A-Za-z]{3}$/, 'expected a currency such as EUR')
  .meta({ examples: ['EUR'] })
  .transform((text) => text.toUpperCase());

const amount = z.number().min(0, 'must not be below 0');

const cost = z.strictObject({
  source: title.exactOptional(),
  campaign: title.exactOptional(),
  content: title.exactOptional(),
  from: localDate,
  to: localDate,
  amount,
  currency: currency.exactOptional(),
});

/** report.yaml: by what figures are told. The file may be missing. */
export const reportFile = z.strictObject({
  timeZone: timeZone.exactOptional(),
  currency: currency.exactOptional(),
  rates: z.record(currency, z.number().positive('must be above 0')).default({}),
  costs: z.array(cost).default([]),
  digest: z
    .strictObject({ day: choice(WEEKDAYS), at: formed(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as "08:00"') })
    .exactOptional(),
});

export type ReportFile = z.infer<typeof reportFile>;
