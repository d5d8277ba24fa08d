import { tidy, usualWidth } from './characters.ts';
import { isPlaceholder } from './placeholder.ts';
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
  RO: 6,
};

/** Where a code is written with a sign in it: how many characters stand before, and the sign. */
const SIGNS: Readonly<Record<string, { readonly code: RegExp; readonly written: string }>> = {
  GB: { code: /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/, written: '$1 $2' },
  CA: { code: /^([A-Z]\d[A-Z])(\d[A-Z]\d)$/, written: '$1 $2' },
  NL: { code: /^(\d{4})([A-Z]{2})$/, written: '$1 $2' },
  IE: { code: /^([A-Z]\d[\dW])([A-Z\d]{4})$/, written: '$1 $2' },
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

/** As Meta's exports begin a code, so that spreadsheets keep it as a text. */
const MARK = /^Z: ?(?=[A-Z\d])/;

/** `D-01067` and `CH 8001`: letters of the country before a code that has none, as were usual. */
const PREFIX = /^(?:[A-Z]{1,2}[- ]|〒)(?=\d)/;

const inUsualForm = (code: string, country: string | undefined): string => {
  const { [country ?? '']: digits } = DIGITS;
  const { [country ?? '']: sign } = SIGNS;
  const padded = digits !== undefined && /^\d{3,}$/.test(code) && code.length === digits - 1 ? `0${code}` : code;
  const plain = padded.replace(/[ -]/g, '');
  return sign?.code.test(plain) ? plain.replace(sign.code, sign.written) : padded;
};

/** A postal code in capitals, in the form that is usual in its country: `SW1A 1AA`, `01067`. */
export const readPostalCode: ReaderIn<PostalCodeContext, string> = (value, { country }) =>
  andThen(readScalar(value), (scalar) => {
    if (typeof scalar === 'boolean' || (typeof scalar === 'number' && !(Number.isInteger(scalar) && scalar >= 0)))
      return unreadable('not a postal code');
    const text = usualWidth(tidy(String(scalar)))
      .toUpperCase()
      .normalize('NFC')
      .replace(MARK, '');
    if (isPlaceholder(text)) return ABSENT;
    if (text.length > LONGEST) return unreadable('longer than any postal code');
    const code = text.replace(/ ?- ?/g, '-');
    const hasLetters = country === 'GB' || country === 'CA' || country === 'IE';
    return read(inUsualForm(hasLetters ? code : code.replace(PREFIX, ''), country));
  });
