import { readCountry } from './country.ts';

/**
 * Countries whose codes are digits, always as many, by their lowest code: how many digits, and how many noughts a code
 * may begin with, which spreadsheets and numbers lose. What has one digit left says too little: none is lower than 10.
 */
const BY_LOWEST: Readonly<Record<string, string>> = {
  '0010': 'AM NO ZA',
  '0100': 'AU DK GE PH',
  '1000': 'AL AT BD BE BG CH CY HU LI LU LV MK NZ SI TN',
  '00010': 'FI IT PL VA',
  '00100': 'KE LK LT',
  '00501': 'PR US VI',
  '01000': 'DE DZ ES FR GT KR LA MX MY PE SK TR UA',
  '10000': 'AS BA CR CZ EE EG GR GU HR ID MA MC ME MP PK RS SA SE SM TH UY',
  '010000': 'CN CO EC KZ RO SG',
  '100000': 'BY IN KG NG RU TJ TM UZ',
  '0010000': 'JP',
  '1000000': 'CL PT',
  '01000000': 'BR',
};

const LOWEST: ReadonlyMap<string, string> = new Map(
  Object.entries(BY_LOWEST).flatMap(([code, countries]) => countries.split(' ').map((country) => [country, code])),
);

interface Written {
  readonly code: RegExp;
  readonly written: string;
}

const SPACED: Written = { code: /^(\d{3})(\d{2})$/, written: '$1 $2' };
const ZIP: Written = { code: /^(\d{5})(\d{4})$/, written: '$1-$2' };

/** Where a code is written with a sign in it: how many characters stand before, and the sign. */
const SIGNS: Readonly<Record<string, Written>> = {
  ...{ SE: SPACED, CZ: SPACED, SK: SPACED, GR: SPACED },
  ...{ US: ZIP, PR: ZIP, VI: ZIP, GU: ZIP, AS: ZIP, MP: ZIP },
  PL: { code: /^(\d{2})(\d{3})$/, written: '$1-$2' },
  PT: { code: /^(\d{4})(\d{3})$/, written: '$1-$2' },
  JP: { code: /^(\d{3})(\d{4})$/, written: '$1-$2' },
  BR: { code: /^(\d{5})(\d{3})$/, written: '$1-$2' },
};

const { GB, CA, IE, NL } = {
  GB: /(?<![A-Z\d])([A-Z]{1,2}\d[A-Z\d]?)[ ,-]*(\d[A-Z]{2})(?![A-Z\d])/g,
  CA: /(?<![A-Z\d])([A-Z]\d[A-Z])[ ,-]*(\d[A-Z]\d)(?![A-Z\d])/g,
  IE: /(?<![A-Z\d])([A-Z]\d[\dW])[ ,-]*([A-Z\d]{4})(?![A-Z\d])/g,
  NL: /(?<![A-Z\d])(\d{4})[ ,-]*([A-Z]{2})(?![A-Z\d])/g,
};

/** Codes of letters and digits, wherever they stand: behind a country or a town, or before one. */
const WITHIN: Readonly<Record<string, RegExp>> = { GB, JE: GB, GG: GB, IM: GB, CA, IE, NL };

/** Whose codes begin with letters, many of them with those of the country: they are part of the code. */
export const BEGINS_WITH_LETTERS = new Set('GB CA IE AD AI BB GG IM JE KY LC VC VG'.split(' '));

/** Numbers of an address, a code among them: `Boston, MA 02134`. That of a box is none. */
const NUMBERS =
  /(?<![A-Z\d])(?<!(?:BOX|POSTFACH|PF|BOKS|POSTBUS|APARTADO|CASILLA|POSTALE?|BP) )\d+(?:[ -]\d+)*(?![A-Z\d])/g;

const digitsOf = (code: string): string => code.replace(/[ -]/g, '');

/** With the noughts that were lost, if there is a code of so few digits. */
const withNoughts = (digits: string, lowest: string): string =>
  digits.length < lowest.length && Number(digits) >= Number(lowest) ? digits.padStart(lowest.length, '0') : digits;

/** A code in the form that is usual in its country; as it is, if it can be none of these. */
export const inUsualForm = (code: string, country: string): string => {
  const lowest = LOWEST.get(country);
  const digits = digitsOf(code);
  if (lowest === undefined || !/^\d+$/.test(digits)) return code;
  const { [country]: sign } = SIGNS;
  // Seven digits are a number of a telephone, where not all codes begin with two noughts.
  const isLongZip = sign === ZIP && (country === 'US' ? /^\d{4}-?\d{4}$/ : /^\d{3,4}-?\d{4}$/).test(code);
  const whole = withNoughts(digits, isLongZip ? `${lowest}0000` : lowest);
  if (sign?.code.test(whole)) return whole.replace(sign.code, sign.written);
  return whole.length === lowest.length ? whole : code;
};

/** A longer text may be a street, which begins with a number in many countries. */
const LONGEST_WITH_TOWN = 20;

/**
 * Where in an address a code of digits stands: at the end of it, or before the town in its last part; or alone between
 * commas. Elsewhere a number is that of a house.
 */
const mayBeCode = (parts: readonly string[], index: number, number: string): boolean => {
  const { [index]: part = '' } = parts;
  if (part === number) return true;
  if (index < parts.length - 1) return false;
  return part.endsWith(number) || (part.startsWith(number) && (index > 0 || part.length <= LONGEST_WITH_TOWN));
};

/** Without a country behind the last comma. */
const partsOf = (text: string): readonly string[] => {
  const parts = text.split(/ ?[,;] ?/);
  return parts.length > 1 && 'value' in readCountry(parts.at(-1)) ? parts.slice(0, -1) : parts;
};

/** The codes that stand in a text among other words, where the country's codes are known by their form. */
export const codesWithin = (text: string, country: string): ReadonlySet<string> => {
  const { [country]: form } = WITHIN;
  if (form !== undefined) return new Set([...text.matchAll(form)].map(([, outward, inward]) => `${outward} ${inward}`));
  const lowest = LOWEST.get(country);
  if (lowest === undefined) return new Set();
  const isWhole = (digits: string): boolean =>
    digits.length === lowest.length || SIGNS[country]?.code.test(digits) === true;
  const parts = partsOf(text);
  const found = parts.flatMap((part, index) =>
    (part.match(NUMBERS) ?? [])
      .filter((one) => isWhole(digitsOf(one)))
      .map((one) => ({ code: inUsualForm(one, country), isPlaced: mayBeCode(parts, index, one) })),
  );
  const codes = new Set(found.map(({ code }) => code));
  return codes.size > 1 || found.some(({ isPlaced }) => isPlaced) ? codes : new Set();
};
