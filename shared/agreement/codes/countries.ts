import { iso31661 } from 'iso-3166/1.js';
import { quote } from '../checks/finding.ts';
import { didYouMean, foldName } from './did-you-mean.ts';

const ASSIGNED = new Set(iso31661.map(({ alpha2 }) => alpha2));

// The standard leaves these to its users; XK is what everybody calls Kosovo.
const USER_ASSIGNED = /^(AA|Q[M-Z]|X[A-Z]|ZZ)$/;

/** ISO 3166-1 alpha-2, in either case. `UK` is not one: it is `GB`. */
export const isCountry = (text: string): boolean => {
  const code = text.toUpperCase();
  return ASSIGNED.has(code) || USER_ASSIGNED.test(code);
};

/** What people write for a country that is neither its code nor a name of it. */
const OTHERS: Readonly<Record<string, string>> = { uk: 'GB', el: 'GR', england: 'GB', scotland: 'GB', wales: 'GB' };

let known: ReadonlyMap<string, string> | undefined;

/** Codes by folded names in English and in the country's own language, and by three letters. */
const codesByName = (): ReadonlyMap<string, string> => {
  const english = new Intl.DisplayNames('en', { type: 'region' });
  known ??= new Map(
    iso31661.flatMap(({ alpha2, alpha3, name }) => {
      const own = new Intl.DisplayNames(new Intl.Locale(`und-${alpha2}`).maximize().language, { type: 'region' });
      const names = [alpha3, name, english.of(alpha2) ?? '', own.of(alpha2) ?? ''];
      return names.map((one): [string, string] => [foldName(one), alpha2]);
    }),
  );
  return known;
};

/** The country that may be meant by what is no code of one. */
export const countryMeant = (text: string): string | undefined => {
  const folded = foldName(text);
  return OTHERS[folded] ?? codesByName().get(folded);
};

/** Why no lead can have this country; undefined if one can. */
export const countryProblem = (text: string): string | undefined => {
  if (isCountry(text)) return undefined;
  const meant = countryMeant(text);
  return `${quote(text)} is no country of ISO 3166-1${didYouMean(meant === undefined ? [] : [meant], ', such as DE or GB')}`;
};
