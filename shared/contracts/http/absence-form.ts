import type { AvailabilityCommand, AvailabilityRefusal } from '../../domain/routing/change-availability.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { instantOf, nextLocalMidnight, type Zone } from '../../domain/time/zone.ts';
import { AVAILABILITY_STATES } from '../../domain/vocabulary/availability-states.ts';
import * as z from '../zod.ts';

/** Buttons of the page where a rep says when leads may come. */
const ABSENCE_BUTTONS = [...AVAILABILITY_STATES, 'today'] as const;

export type AbsenceProblem = AvailabilityRefusal | 'unknown-answer' | 'no-end';

/** As `datetime-local` sends it: what a clock shows, without a zone. Empty where nothing was chosen. */
const local = z._default(z.string().check(z.regex(/^(?:\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)?$/)), '');

const absenceForm = z.object({
  availability: z.enum(ABSENCE_BUTTONS),
  from: local,
  to: local,
  giveBack: z.optional(z.literal('on')),
});

const instantIn = (zone: Zone, text: string): Instant | undefined => {
  const at = Date.parse(`${text}Z`);
  return Number.isNaN(at) ? undefined : instantOf(zone, at);
};

/** Reads the form; times are in the rep's zone. */
export const readAbsenceForm = (
  form: string,
  zone: Zone,
  now: Instant,
): AvailabilityCommand | { readonly refused: AbsenceProblem } => {
  const parsed = absenceForm.safeParse(Object.fromEntries(new URLSearchParams(form)));
  if (!parsed.success) return { refused: 'unknown-answer' };
  const { availability, from, to, giveBack } = parsed.data;
  if (availability === 'back') return { state: 'back' };
  const away = { state: 'away', giveBack: giveBack !== undefined } as const;
  if (availability === 'today') return { ...away, from: now, to: nextLocalMidnight(zone, now) };
  const end = instantIn(zone, to);
  return end === undefined ? { refused: 'no-end' } : { ...away, from: instantIn(zone, from) ?? now, to: end };
};
