import { CLAUSES } from '../domain/vocabulary/clauses.ts';
import * as z from './zod.ts';

/** What the clock of a clause says when it wakes advance-clock. */
export const clockWake = z.object({
  leadId: z.string(),
  clock: z.object({ clause: z.enum(CLAUSES), attempt: z.number() }),
});

export type ClockWake = z.output<typeof clockWake>;

/** What advance-clock is asked: by a clock, or by watch-clocks, which asks for the lead as it is. */
export const clockCall = z.partial(clockWake, { clock: true });

export type ClockCall = z.output<typeof clockCall>;

/** What advance-clock answers a clock: that it may end, or when it shall wake again. */
export const clockAnswer = z.discriminatedUnion('more', [
  z.object({ more: z.literal(false) }),
  z.object({ more: z.literal(true), dueAt: z.iso.datetime() }),
]);

export type ClockAnswer = z.output<typeof clockAnswer>;

/** As the state machine writes a wake: the same keys, each with the place of its value. */
export type PlacesOf<T> = T extends string ? string : T extends number ? number : { [K in keyof T]: PlacesOf<T[K]> };
