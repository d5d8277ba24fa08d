import { tidy, usualWidth } from './characters.ts';
import { isDoubtful } from './phone-doubt.ts';
import { callingCode, parseNumber } from './phone-plan.ts';
import { isPlaceholder } from './placeholder.ts';
import { ABSENT, andThen, type ReaderIn, type Reading, read, unreadable } from './reading.ts';
import { textOf } from './text.ts';

export interface PhoneContext {
  /** ISO 3166-1 alpha-2: whose plan a number without `+` follows. */
  readonly country?: string;
}

/** Longer texts are no telephone number with a note. */
const LONGEST = 80;
/** Fewer digits reach nobody outside a house. */
const FEWEST_DIGITS = 5;

/** `p:+49…` of Meta's exports, `Tel.:`, and the marks by which spreadsheets keep a text a text. */
const LABEL = /^(?:(?:=?"|'|=(?=[+\d])|(?:p|t|m|tel|phone|mobile|mobil|telefon|tél|fon|handy|whatsapp)\.?\s*:)\s*)+/iu;

/** A way to a chat that begins with the whole number. */
const CHAT = /^(?:https?:\/\/)?(?:wa\.me\/|api\.whatsapp\.com\/send\/?\?phone=)\+?(?=\d)/i;

/** What a spreadsheet leaves of a long number: its last digits are lost. */
const SHORTENED = /^\+?\d[.,]\d+e\+?\d+$/i;

/** What a column of numbers leaves behind each: `4917139200099.0`. */
const FRACTION = /(?<=^\+?\d{7,15})\.0{1,2}$/;

const parse = (text: string, country: string | undefined): string | undefined => {
  const number = parseNumber(text, country);
  if (number === undefined) return undefined;
  return number.ext === undefined || number.ext === '' ? number.number : `${number.number};ext=${number.ext}`;
};

/** A number that reads as another one, once it is written in E.164, has digits too many: it is none. */
const international = (text: string, country: string | undefined): string | undefined => {
  const number = parse(text, country);
  return number === undefined || number === text || parse(number, undefined) === number ? number : undefined;
};

/** Fewer digits after a country's own calling code may as well be the beginning of a number inside it. */
const FEWEST_AFTER_CODE = 9;

/** Spreadsheets, databases of numbers and people leave the `+` out, also beside a note. */
const withPlus = (text: string, country: string | undefined): string => {
  const [, all = '', number = ''] = /^[^\d+]*(([1-9][\d ./()-]*).*)$/.exec(text) ?? [];
  const code = callingCode(country);
  const digits = number.replace(/\D/g, '');
  return code !== undefined && digits.startsWith(code) && digits.length - code.length >= FEWEST_AFTER_CODE
    ? `+${all}`
    : text;
};

const readNumber = (text: string, { country }: PhoneContext): Reading<string> => {
  const digits = text.match(/\p{Nd}/gu) ?? [];
  if (text.length > LONGEST || digits.length < FEWEST_DIGITS || SHORTENED.test(text))
    return unreadable('not a telephone number');
  if (new Set(digits).size === 1) return ABSENT;
  if (isDoubtful(text, country)) return read(text);
  // Most of the world dials 00 before the country; where a country is known, its own plan says so.
  const found =
    international(withPlus(text, country), country) ??
    international(text, country) ??
    (/^00[1-9]/.test(text) ? international(`+${text.slice(2)}`, country) : undefined);
  return read(found ?? text);
};

/**
 * A telephone number in E.164, with its extension as `;ext=`. One that no plan makes clear, as without a country, stays
 * as it is written: a person can still dial it. What begins with `+` and has nothing but digits is E.164.
 */
export const readPhone: ReaderIn<PhoneContext, string> = (value, context) =>
  andThen(textOf(value), (written) => {
    const text = usualWidth(tidy(written))
      .replace(LABEL, '')
      .replace(CHAT, '+')
      .replace(/["';,\s]+$/, '')
      .replace(FRACTION, '');
    return isPlaceholder(text) ? ABSENT : readNumber(text, context);
  });
