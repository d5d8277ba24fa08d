import { tidy, usualWidth } from './characters.ts';
import { isPlaceholder, readUnlessPlaceholder } from './placeholder.ts';
import { BEGINS_WITH_LETTERS, codesWithin, inUsualForm } from './postal-form.ts';
import { ABSENT, andThen, type ReaderIn, readScalar, unreadable } from './reading.ts';

export interface PostalCodeContext {
  /** ISO 3166-1 alpha-2: by whose rules the code is written. */
  readonly country?: string;
}

const LONGEST = 20;

/** With the town beside it, or a whole address. */
const LONGEST_WRITTEN = 200;

const TOO_LONG = unreadable('longer than any postal code');

/** As Meta's exports begin a code, so that spreadsheets keep it as a text. */
const MARK = /^Z: ?(?=[A-Z\d])/;

/** `D-01067` and `CH 8001`: letters of the country before a code that has none, as were usual. */
const PREFIX = /^(?:[A-Z]{1,2}[- ]|〒)(?=\d)/;

/** The marks by which a spreadsheet keeps a text a text, and the fraction that it gives a number. */
const TRACES = /^(?:="?|'| )+|(?:"|\.0| )+$/g;

/** The town behind a code of digits: `01067 Dresden`, `01067, Dresden`. */
const TOWN = /(?<=\d)[,;]? [^\d\s-].*$/;

/** A code as it stands alone, or with the country before it and the town behind. */
const codeAlone = (code: string, country: string): string => {
  if (BEGINS_WITH_LETTERS.has(country)) return inUsualForm(code, country);
  const own = country !== '' && /^[A-Z]{2}\d/.test(code) && code.startsWith(country) ? code.slice(2) : code;
  const digits = own.replace(PREFIX, '');
  return inUsualForm(country === 'NL' ? digits : digits.replace(TOWN, ''), country);
};

/** A postal code in capitals, in the form that is usual in its country: `SW1A 1AA`, `01067`. */
export const readPostalCode: ReaderIn<PostalCodeContext, string> = (value, { country = '' }) =>
  andThen(readScalar(value), (scalar) => {
    if (typeof scalar === 'boolean' || (typeof scalar === 'number' && !(Number.isInteger(scalar) && scalar >= 0)))
      return unreadable('not a postal code');
    const text = usualWidth(tidy(String(scalar)))
      .toUpperCase()
      .normalize('NFC')
      .replace(TRACES, '')
      .replace(MARK, '');
    if (isPlaceholder(text)) return ABSENT;
    if (text.length > LONGEST_WRITTEN) return TOO_LONG;
    const written = text.replace(/ ?- ?/g, '-');
    const [within, ...others] = codesWithin(written, country);
    if (others.length > 0) return unreadable('more than one postal code');
    if (within === undefined && written.length > LONGEST) return TOO_LONG;
    if (within !== undefined) return readUnlessPlaceholder(within);
    const alone = codeAlone(written, country);
    // Once the town is off, a code may stand where codes do.
    const [code = alone] = codesWithin(alone, country);
    return readUnlessPlaceholder(code);
  });
