import { tidy, usualWidth } from './characters.ts';
import { isPlaceholder, readUnlessPlaceholder } from './placeholder.ts';
import { ABSENT, andThen, type ReaderIn, read, readScalar, unreadable } from './reading.ts';

export interface PostalCodeContext {
  /** ISO 3166-1 alpha-2: by whose rules the code is written. */
  readonly country?: string;
}

const LONGEST = 20;

/** Digits of a code that has always as many, and may begin with a nought that spreadsheets and numbers lose. */
const DIGITS: Readonly<Record<string, number>> = {
  DE: 5,
  ES: 5,
  FI: 5,
  FR: 5,
  IT: 5,
  US: 5,
  MX: 5,
  EE: 5,
  KR: 5,
  MY: 5,
  TR: 5,
  UA: 5,
  CR: 5,
  HR: 5,
  ID: 5,
  SA: 5,
  TH: 5,
  AU: 4,
  NO: 4,
  ZA: 4,
  DK: 4,
  RO: 6,
  KZ: 6,
  SG: 6,
  PL: 5,
  LT: 5,
  JP: 7,
  BR: 8,
};

/** Where a code is written with a sign in it: how many characters stand before, and the sign. */
const SIGNS: Readonly<Record<string, { readonly code: RegExp; readonly written: string }>> = {
  SE: { code: /^(\d{3})(\d{2})$/, written: '$1 $2' },
  CZ: { code: /^(\d{3})(\d{2})$/, written: '$1 $2' },
  SK: { code: /^(\d{3})(\d{2})$/, written: '$1 $2' },
  GR: { code: /^(\d{3})(\d{2})$/, written: '$1 $2' },
  PL: { code: /^(\d{2})(\d{3})$/, written: '$1-$2' },
  PT: { code: /^(\d{4})(\d{3})$/, written: '$1-$2' },
  JP: { code: /^(\d{3})(\d{4})$/, written: '$1-$2' },
  BR: { code: /^(\d{5})(\d{3})$/, written: '$1-$2' },
  US: { code: /^(\d{5})(\d{4})$/, written: '$1-$2' },
};

const { GB, CA, IE, NL } = {
  GB: /(?<![A-Z\d])([A-Z]{1,2}\d[A-Z\d]?)[ ,-]*(\d[A-Z]{2})(?![A-Z\d])/,
  CA: /(?<![A-Z\d])([A-Z]\d[A-Z])[ ,-]*(\d[A-Z]\d)(?![A-Z\d])/,
  IE: /(?<![A-Z\d])([A-Z]\d[\dW])[ ,-]*([A-Z\d]{4})(?![A-Z\d])/,
  NL: /(?<![A-Z\d])(\d{4})[ ,-]*([A-Z]{2})(?![A-Z\d])/,
};

/** Codes of letters and digits, wherever they stand: behind a country or a town, or before one. */
const WITHIN: Readonly<Record<string, RegExp>> = { GB, JE: GB, GG: GB, IM: GB, CA, IE, NL };

/** Whose codes begin with letters, many of them with those of the country: they are part of the code. */
const BEGINS_WITH_LETTERS = new Set(['GB', 'CA', 'IE', 'AD', 'AI', 'BB', 'GG', 'IM', 'JE', 'KY', 'LC', 'VC', 'VG']);

/** As Meta's exports begin a code, so that spreadsheets keep it as a text. */
const MARK = /^Z: ?(?=[A-Z\d])/;

/** `D-01067` and `CH 8001`: letters of the country before a code that has none, as were usual. */
const PREFIX = /^(?:[A-Z]{1,2}[- ]|〒)(?=\d)/;

/** The marks by which a spreadsheet keeps a text a text, and the fraction that it gives a number. */
const TRACES = /^(?:="?|'| )+|(?:"|\.0| )+$/g;

/** The town behind a code of digits: `01067 Dresden`. */
const TOWN = /(?<=\d) [^\d\s-].*$/;

const inUsualForm = (code: string, country: string | undefined): string => {
  const { [country ?? '']: digits } = DIGITS;
  const { [country ?? '']: sign } = SIGNS;
  const written = code.replace(/[ -]/g, '');
  const isShort = digits !== undefined && written.length === digits - 1 && /^\d{3,}$/.test(written);
  const plain = isShort ? `0${written}` : written;
  if (sign?.code.test(plain)) return plain.replace(sign.code, sign.written);
  return isShort || (plain.length === digits && /^\d+$/.test(plain)) ? plain : code;
};

/** A postal code in capitals, in the form that is usual in its country: `SW1A 1AA`, `01067`. */
export const readPostalCode: ReaderIn<PostalCodeContext, string> = (value, { country }) =>
  andThen(readScalar(value), (scalar) => {
    if (typeof scalar === 'boolean' || (typeof scalar === 'number' && !(Number.isInteger(scalar) && scalar >= 0)))
      return unreadable('not a postal code');
    const text = usualWidth(tidy(String(scalar)))
      .toUpperCase()
      .normalize('NFC')
      .replace(TRACES, '')
      .replace(MARK, '');
    if (isPlaceholder(text)) return ABSENT;
    if (text.length > LONGEST) return unreadable('longer than any postal code');
    const code = text.replace(/ ?- ?/g, '-');
    const [, outward, inward] = WITHIN[country ?? '']?.exec(code) ?? [];
    if (outward !== undefined) return read(`${outward} ${inward}`);
    if (country !== undefined && BEGINS_WITH_LETTERS.has(country))
      return readUnlessPlaceholder(inUsualForm(code, country));
    const own = country !== undefined && /^[A-Z]{2}\d/.test(code) && code.startsWith(country) ? code.slice(2) : code;
    const digits = own.replace(PREFIX, '');
    return readUnlessPlaceholder(inUsualForm(country === 'NL' ? digits : digits.replace(TOWN, ''), country));
  });
