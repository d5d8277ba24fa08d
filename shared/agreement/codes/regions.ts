import { quote } from '../../domain/language/quote.ts';
import { countryMeant, isCountry } from './countries.ts';
import { didYouMean, foldName } from './did-you-mean.ts';

interface Region {
  readonly code: string;
  readonly name: string;
}

/** `countries` are those that the condition asks for beside the region. */
export type RegionProblem = (text: string, countries: readonly string[]) => string | undefined;

const meantBy = (text: string, regions: readonly Region[]): readonly string[] => {
  const folded = foldName(text);
  const named = regions.filter(({ name }) => foldName(name) === folded);
  if (named.length > 0) return named.map(({ code }) => code);
  const [country = '', ...part] = text.toUpperCase().split(/[-_ /]+/);
  const codes = part.length === 0 ? [] : [country, countryMeant(country)].map((one) => `${one}-${part.join('')}`);
  const written = regions.filter(({ code }) => codes.includes(code));
  return (written.length > 0 ? written : regions.filter(({ code }) => code.endsWith(`-${text.toUpperCase()}`))).map(
    ({ code }) => code,
  );
};

/** Tells why no lead can have a region. The list is large, and loaded only where a condition names a region. */
export const loadRegions = async (): Promise<RegionProblem> => {
  const { iso31662: regions } = await import('iso-3166/2.js');
  const codes = new Set(regions.map(({ code }) => code));
  return (text, countries) => {
    if (codes.has(text.toUpperCase())) return undefined;
    const meant = meantBy(text, regions);
    const near = meant.filter((code) => countries.includes(code.slice(0, 2)));
    // A country alone is no slip of the end of a code.
    const elsewhere = isCountry(text) ? [] : meant;
    return `${quote(text)} is no region of ISO 3166-2${didYouMean(near.length > 0 ? near : elsewhere, ', such as US-NY or DE-BY')}`;
  };
};
