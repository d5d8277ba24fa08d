import {
  type CountryCode,
  getCountryCallingCode,
  type MetadataJson,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/core';
import { lazily } from './lazily.ts';
import { PHONE_PLANS } from './tables/phone-plans.ts';
import { unpack } from './tables/unpack.ts';

const plans = lazily((): MetadataJson => JSON.parse(unpack(PHONE_PLANS)));

const hasPlan = (country: string): country is CountryCode => Object.hasOwn(plans().countries, country);

/** The number in a text, by the plan of a country where it begins without `+`; undefined if it is none by its length. */
export const parseNumber = (text: string, country: string | undefined): PhoneNumber | undefined => {
  const options = country !== undefined && hasPlan(country) ? { defaultCountry: country } : {};
  const number = parsePhoneNumberFromString(text, options, plans());
  return number?.isPossible() === true ? number : undefined;
};

/** `49` of DE; undefined for a country without a plan. */
export const callingCode = (country: string | undefined): string | undefined =>
  country !== undefined && hasPlan(country) ? getCountryCallingCode(country, plans()) : undefined;

export const isCallingCode = (code: string): boolean => Object.hasOwn(plans().country_calling_codes, code);

/**
 * The country of a number in E.164, as alpha-2. Where small countries share a calling code with a large one it is the large
 * one; of +1 it is none, for the United States and Canada share it.
 */
export const countryOfNumber = (number: string): string | undefined => {
  const parsed = number.startsWith('+') ? parsePhoneNumberFromString(number, {}, plans()) : undefined;
  if (parsed === undefined || parsed.countryCallingCode === '1') return parsed?.country;
  return parsed.country ?? plans().country_calling_codes[parsed.countryCallingCode]?.[0];
};
