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

const LINK = /:\/\/|^(?:mailto|tel|sms):|^www\.|\.[^./]+[/?#:]|\S@\S/i;
const NUMBER = /^\+?[\d().-]{7,}$/;
/** Ends in what may be a top-level domain. */
const HOST = /[\p{L}\p{N}]\.(?=\p{L}{2})/u;

const isNumber = (word: string): boolean => NUMBER.test(word) && word.replace(/\D/g, '').length >= 7;

/** `evil .com`: nobody links it, and it can still be read. */
const brokenUp = (word: string): string =>
  HOST.test(word) ? word.replace(/([\p{L}\p{N}])\.(?=[\p{L}\p{N}])/gu, '$1 .') : word;

/**
 * Without words that a phone or a mail client would turn into a link, an address or a number to call. A bare host is
 * broken up, unless it is one of the lead's own (in lower case).
 */
export function withoutLinks(text: string, own: readonly string[] = []): string {
  if (!/[.:@\d]/.test(text)) return text;
  return text
    .split(' ')
    .filter((word) => !LINK.test(word) && !isNumber(word))
    .map((word) => (own.includes(word.toLowerCase()) ? word : brokenUp(word)))
    .join(' ');
}

/** A URL that no mail client links: `hxxps://…`. Those of the lead's own hosts stay. */
export function defanged(text: string, own: readonly string[] = []): string {
  return text.replace(
    /\bhttp(s?:\/\/(?:www\.)?([^\s/?#:@]*)(?=[\s/?#:]|$)|s?:\/\/)/gi,
    (url, rest: string, host?: string) =>
      host !== undefined && own.includes(host.toLowerCase()) ? url : `hxxp${rest}`,
  );
}
