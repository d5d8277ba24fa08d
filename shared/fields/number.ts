import { tidy, usualWidth } from './characters.ts';
import { isPlaceholder } from './placeholder.ts';
import { ABSENT, andThen, type ReaderIn, type Reading, read, readScalar, unreadable } from './reading.ts';
import { isStorable } from './text.ts';

export interface NumberContext {
  /** The sign between whole and fraction, where it is known; else a number is read only if it can mean one thing. */
  readonly decimal?: '.' | ',';
  /** What is counted, such as employees: a sign before three digits then groups them. */
  readonly whole?: boolean;
}

/** Longer texts are no numbers that anybody writes. */
const LONGEST = 40;

/** What may stand around an amount. */
const CODES =
  'EUR|USD|GBP|CHF|CAD|AUD|NZD|JPY|CNY|KRW|INR|SGD|HKD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|UAH|ILS|AED|SAR|ZAR|BRL|MXN';
/** As people write them: `R$`, `US$`, `kr.`, `Rs.`, `zł`. */
const SHORT = '(?:US|CA|AU|NZ|HK|MX|[ACRS])?\\p{Sc}|kr\\.?|Rs\\.?|Fr\\.|zł|Kč|Ft|lei';
const CURRENCY = new RegExp(`^(?:${SHORT}|(?:${CODES})\\b)|(?:${SHORT}|\\b(?:${CODES}))$`, 'giu');

const NOT_A_NUMBER = unreadable('not a number');
const RANGE = unreadable('a range, not a number');
const TWO_MEANINGS = unreadable('a number that can mean two things');

/** Digits of Arabic and Indian scripts, and the minus sign of typography. */
const plainDigits = (text: string): string =>
  usualWidth(text)
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\u0966-\u096F]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/\u2212/g, '-');

/** Digits in threes from the right, or as in India: three, then twos. */
const isGrouped = (text: string, sign: string): boolean => {
  const [first = '', ...rest] = text.split(sign);
  const last = rest.pop() ?? '';
  if (first === '' || /^0/.test(first) || last.length !== 3) return false;
  return (
    (first.length <= 3 && rest.every((group) => group.length === 3)) ||
    (first.length <= 2 && rest.length > 0 && rest.every((group) => group.length === 2))
  );
};

const numberOf = (whole: string, fraction: string): Reading<number> => {
  const number = Number(`${whole}${fraction === '' ? '' : `.${fraction}`}`);
  return isStorable(number) ? read(number === 0 ? 0 : number) : unreadable('out of range');
};

/** Without spaces and apostrophes between groups of three; undefined where they stand elsewhere. */
const ungroup = (text: string): string | undefined => {
  const signs = new Set(text.match(/[ '’]/g));
  const [sign] = signs;
  if (sign === undefined) return text;
  const [, whole = '', rest = ''] = /^([\d '’]*)(.*)$/.exec(text) ?? [];
  return signs.size === 1 && isGrouped(whole, sign) && !rest.includes(sign)
    ? whole.replaceAll(sign, '') + rest
    : undefined;
};

const readOne = (text: string, group: '.' | ',', decimal: '.' | ','): Reading<number> => {
  const [whole = '', fraction = '', ...more] = text.split(decimal);
  if (more.length > 0 || fraction.includes(group) || (text.includes(decimal) && fraction === '')) return NOT_A_NUMBER;
  if (whole.includes(group) && !isGrouped(whole, group)) return NOT_A_NUMBER;
  return numberOf(whole.replaceAll(group, '') || '0', fraction);
};

/** Digits with points or commas, or both, among them. */
const readSigns = (text: string, { decimal, whole = false }: NumberContext): Reading<number> => {
  if (decimal !== undefined) return readOne(text, decimal === '.' ? ',' : '.', decimal);
  const last = text.search(/[.,][^.,]*$/);
  if (last === -1) return numberOf(text, '');
  const sign = text[last] === '.' ? '.' : ',';
  const other = sign === '.' ? ',' : '.';
  if (text.includes(other)) return readOne(text, other, sign);
  if (text.indexOf(sign) !== last || (whole && isGrouped(text, sign))) return readOne(text, sign, other);
  return isGrouped(text, sign) ? TWO_MEANINGS : readOne(text, other, sign);
};

/** `1e3` and `4,9E+12`: what a spreadsheet makes of a long number. */
const readScientific = (text: string): Reading<number> | undefined => {
  const [, whole, fraction = '', exponent] = /^(\d+)(?:[.,](\d+))?e([+-]?\d{1,3})$/i.exec(text) ?? [];
  return whole === undefined ? undefined : numberOf(whole, `${fraction === '' ? '0' : fraction}e${exponent}`);
};

const readWritten = (text: string, context: NumberContext): Reading<number> => {
  if (text.length > LONGEST) return NOT_A_NUMBER;
  const amount = plainDigits(text).replace(CURRENCY, '').trim();
  if (/\d\s*(?:-|–|—|\.\.|to|bis)\s*\d|^\D*[<>≤≥~≈]|\d\s*\+$/.test(amount)) return RANGE;
  const [, sign = '', digits = ''] = /^([+-]?)\s?(.*)$/.exec(amount) ?? [];
  const plain = ungroup(digits.replace(CURRENCY, '').trim());
  if (plain === undefined || !/^[\d.,]*\d[\d.,]*(?:e[+-]?\d{1,3})?$/i.test(plain)) return NOT_A_NUMBER;
  const reading = readScientific(plain) ?? readSigns(plain, context);
  return 'value' in reading && sign === '-' ? read(reading.value === 0 ? 0 : -reading.value) : reading;
};

/** A number as people, programs and spreadsheets write it, where that can only mean one. */
export const readNumber: ReaderIn<NumberContext, number> = (value, context) =>
  andThen(readScalar(value), (scalar): Reading<number> => {
    if (typeof scalar === 'boolean') return unreadable('yes or no, not a number');
    if (typeof scalar === 'number')
      return isStorable(scalar) ? read(scalar === 0 ? 0 : scalar) : unreadable('out of range');
    const text = tidy(scalar);
    if (/^\d{1,15}$/.test(text)) return read(Number(text));
    const saysNothing = isPlaceholder(text) && !/\p{Nd}/u.test(text);
    return saysNothing ? ABSENT : readWritten(text, context);
  });
