import * as z from 'zod';
import { localDate } from '../../shared/agreement/files/values.ts';
import { command } from '../command-line/command.ts';
import { option } from '../command-line/parameter.ts';
import { AGREEMENT, JSON_OUTPUT } from '../options.ts';

const date = z
  .string()
  .refine((text) => localDate.safeParse(text).success, 'is not a date; give one such as 2026-12-31')
  .exactOptional();

export const holidays = command({
  name: 'holidays',
  summary: 'lists whose day off is when, by which calendar',
  details:
    'Public holidays of the calendars as the agreement mends them, and the dates that reps.yaml gives a rep; no absences. The exit code is 1 if the agreement is not sound.',
  takes: {
    agreement: AGREEMENT,
    from: option('date', 'the first date, such as 2026-11-01 (default: today)', date),
    until: option('date', 'the last date (default: a year after the first)', date),
    json: JSON_OUTPUT,
  },
  examples: [
    { line: 'golden-hour holidays --agreement agreement', does: 'lists the days off of the coming year' },
    {
      line: 'golden-hour holidays --agreement agreement --from 2026-12-01 --until 2026-12-31',
      does: 'lists those of one month, both dates included',
    },
  ],
  run: async (values, { stdout }) => {
    const { holidays: runHolidays } = await import('./holidays.ts');
    await runHolidays({ ...values, now: Date.now() }, stdout);
    return true;
  },
});
