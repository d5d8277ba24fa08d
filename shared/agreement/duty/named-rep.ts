import type { WrittenRep } from '../files/reps.ts';
import type { CalendarEvent } from '../ical/ical-event.ts';

const WORD = '[\\p{L}\\p{N}]';
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a text has another in it as a word or words of its own. */
const names = (text: string, name: string): boolean =>
  new RegExp(`(?<!${WORD})${literally(name)}(?!${WORD})`, 'iu').test(text);

/** Whom an event of a duty's calendar puts on duty: its attendees, or who is named in its summary. One, if it is sound. */
export const repsNamedBy = (
  { attendees, summary }: CalendarEvent,
  reps: readonly WrittenRep[],
): readonly WrittenRep[] => {
  const attending = reps.filter(({ email }) => attendees.includes(email.toLowerCase()));
  if (attending.length > 0) return attending;
  return reps.filter(({ id, name, email }) => [email, name, id].some((one) => names(summary, one)));
};
