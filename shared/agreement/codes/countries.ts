import { quote } from '../../domain/language/quote.ts';
import { isCountryCode, readCountry } from '../../fields/country.ts';
import { didYouMean } from './did-you-mean.ts';

/** A code that a lead can have, in either case. `UK` is not one: it is `GB`. */
export const isCountry = (text: string): boolean => isCountryCode(text.toUpperCase());

/** The country that may be meant by what is no code of one: as the field of a lead would be read. */
export const countryMeant = (text: string): string | undefined => {
  const reading = readCountry(text);
  return 'value' in reading ? reading.value : undefined;
};

/** Why no lead can have this country; undefined if one can. */
export const countryProblem = (text: string): string | undefined => {
  if (isCountry(text)) return undefined;
  const meant = countryMeant(text);
  return `${quote(text)} is no country of ISO 3166-1${didYouMean(meant === undefined ? [] : [meant], ', such as DE or GB')}`;
};
