import { respell, withoutUmlauts } from './spelling/respell.ts';

/** Format characters (bidi marks, zero-width), lone surrogates, private use, unassigned, and blank fillers. */
const INVISIBLE = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu;
const BLANK = /[\p{Cc}\p{Z}]+/gu;
/** No script stacks more; without end they cover the lines around them. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;
const PICTURES = /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]/gu;

/** Most text is; it needs none of the rules below, which are made for what Unicode can do. */
export const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** One line of visible text, composed (NFC): whoever fills in a form cannot add lines or turn the text around. */
export function clean(text: string): string {
  if (isPlain(text)) return text.trim().replace(/ {2,}/g, ' ');
  return text.replace(INVISIBLE, '').normalize('NFC').replace(STACKED_MARKS, '$1').replace(BLANK, ' ').trim();
}

/** Cleaned, and at most `most` UTF-16 code units long. */
export function cleanAndCut(text: string, most: number): string {
  const line = clean(text);
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  return `${clean(cut)}…`;
}

/** Without emoji, which transliterate into words that nobody is called. */
export const withoutPictures = (text: string): string => (isPlain(text) ? text : text.replace(PICTURES, ''));

/** Printable ASCII on one line, a text of a known language by that language's rules. */
export function toAscii(text: string, transliterate: (text: string) => string, language?: string): string {
  if (isPlain(text)) return clean(text);
  const spelt = withoutUmlauts(respell(withoutPictures(clean(text)), language), language);
  return clean(transliterate(spelt).replace(/[^\x20-\x7e]+/g, ' '));
}

/** Without words that a phone or a mail client would turn into a link with a path. */
export function withoutLinks(text: string): string {
  if (!text.includes('/')) return text;
  const isLink = (word: string) => word.includes('://') || /\.[^./]+\//.test(word);
  return text
    .split(' ')
    .filter((word) => !isLink(word))
    .join(' ');
}
