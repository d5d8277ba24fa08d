import { clean, isPlain, withoutPictures } from '../../text/clean-text.ts';
import { respell } from '../../text/spelling/respell.ts';

/*
 * The SMS alphabet: GSM 03.38 (3GPP TS 23.038, 6.2.1), default table and extension table. Escape, line
 * feed, carriage return and form feed are left out: no message of ours has them.
 */
const GREEK = 'ΔΦΓΛΩΠΨΣΘΞ';
const BASIC = new Set(
  `@£$¥èéùìòÇØøÅå_ÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà${GREEK}`,
);
/** Each takes two septets: an escape and itself. */
const EXTENSION = new Set('^{}\\[~]|€');

/** What one SMS segment holds. */
export const SEGMENT_SEPTETS = 160;

export const isGsm7 = (text: string): boolean => [...text].every((char) => BASIC.has(char) || EXTENSION.has(char));

/** How many septets a text in GSM-7 takes. */
export function septets(text: string): number {
  let sum = 0;
  for (const char of text) sum += EXTENSION.has(char) ? 2 : 1;
  return sum;
}

/**
 * One line in GSM-7. Letters that the alphabet has stay (é, ü, ñ), the rest is transliterated, and what has
 * no transliteration is dropped. Greek goes whole: its alphabet is in GSM-7 in part, and a name half in each
 * is hard to read. Of a known language, by that language's rules.
 */
export function toGsm7(text: string, transliterate: (text: string) => string, language?: string): string {
  if (isPlain(text)) return clean(text).replaceAll('`', "'");
  const chars = [...respell(withoutPictures(clean(text)), language)].map((char) =>
    isGsm7(char) && !GREEK.includes(char) ? char : transliterate(char),
  );
  const kept = [...chars.join('').replaceAll('`', "'")].filter(isGsm7);
  return clean(kept.join(''));
}
