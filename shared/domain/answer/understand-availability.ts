import { type AvailabilityCommand, refusalOf } from '../routing/change-availability.ts';
import type { Instant } from '../time/instant.ts';
import { nextLocalMidnight, type Zone } from '../time/zone.ts';
import { readUntil } from './read-until.ts';

/** What a text says of when leads may come; `unclear` where it speaks of that and cannot be understood. */
export type AvailabilityText = AvailabilityCommand | { readonly state: 'unclear' };

const UNCLEAR: AvailabilityText = { state: 'unclear' };

/** Case, width and most punctuation do not count; what dates and times are written with stays. */
const wordsOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}?:.-]+/gu, ' ')
    .replace(/[.-]+(?= |$)/g, '')
    .replace(/ +/g, ' ')
    .trim();

const understandOff = (words: string, zone: Zone, now: Instant): AvailabilityText => {
  const [, said = '', gives] = /^off ?(.*?) ?(give ?back)?$/.exec(words) ?? [];
  const giveBack = gives !== undefined;
  if (said === '' || said === 'today') return { state: 'away', from: now, to: nextLocalMidnight(zone, now), giveBack };
  const [, until] = /^(?:until|till?) (.+)$/.exec(said) ?? [];
  const to = until === undefined ? undefined : readUntil(until, zone, now);
  return to === undefined ? UNCLEAR : { state: 'away', from: now, to, giveBack };
};

/**
 * `OFF` keeps leads from the rep until the rep's midnight, `OFF UNTIL` a day or a time until that begins, `BACK` ends
 * it. `GIVE BACK` behind an OFF gives back what waits for an answer. Undefined where the text speaks of something else.
 */
export const understandAvailability = (text: string, zone: Zone, now: Instant): AvailabilityText | undefined => {
  const words = wordsOf(text);
  if (words === 'back') return { state: 'back' };
  if (/^back\b/.test(words)) return UNCLEAR;
  if (!/^off\b/.test(words)) return undefined;
  // Whoever asks has said nothing.
  const understood = words.includes('?') ? UNCLEAR : understandOff(words, zone, now);
  return understood.state === 'away' && refusalOf(understood, now) !== undefined ? UNCLEAR : understood;
};
