import type { RunningClock } from '../domain/clock/next-recheck.ts';
import { type IsoInstant, toIso } from '../domain/time/instant.ts';
import { CLAUSES } from '../domain/vocabulary/clauses.ts';
import * as z from './zod.ts';

const clause = z.enum(CLAUSES);
const attempt = z.number();

/** What a clock says when it wakes advance-clock, and what its execution runs on: as `ClockStarted` has it in its detail. */
export const clockWake = z.object({
  leadId: z.string(),
  data: z.object({ clause, attempt, dueAt: z.iso.datetime() }),
});

export type ClockWake = z.output<typeof clockWake>;

/** As a clock's execution is given it, and as advance-clock gets it. */
export const wakeText = ({ leadId, clause, attempt, dueAt }: RunningClock): string =>
  JSON.stringify({ leadId, data: { clause, attempt, dueAt: toIso(dueAt) } } satisfies ClockWake);

/** The clock that a wake is of: what `wakeText` has written, or the detail of ClockStarted. */
export const readWake = (wake: unknown): RunningClock => {
  const { leadId, data } = clockWake.parse(wake);
  return { leadId, clause: data.clause, attempt: data.attempt, dueAt: Date.parse(data.dueAt) };
};

/** What advance-clock's queue holds: wakes, and leads of watch-clocks, which asks for the lead as it is. */
export const clockMessage = z.partial(clockWake, { data: true });

/**
 * What a clock asks that started before clocks sent messages: it calls the function, waits on as it answers, and lives
 * for 90 days at most. Goes with 0.2, and so does `ClockAnswer`.
 */
export const clockCall = z.object({
  leadId: z.string(),
  clock: z.optional(z.object({ clause, attempt })),
});

/** What such a clock is answered: that it may end, or when it shall wake again. */
export type ClockAnswer = { readonly more: false } | { readonly more: true; readonly dueAt: IsoInstant };

/** As the state machine writes a wake: the same keys, each with the place of its value. */
export type PlacesOf<T> = T extends string ? string : T extends number ? number : { [K in keyof T]: PlacesOf<T[K]> };
