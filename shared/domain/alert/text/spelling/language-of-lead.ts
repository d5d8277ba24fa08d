import type { Fields } from '../../../condition/condition.ts';

/** Languages whose names are written by rules of their own, by the country where most people speak them. */
const BY_COUNTRY: Readonly<Record<string, string>> = {
  AT: 'de',
  BG: 'bg',
  BY: 'be',
  DE: 'de',
  JP: 'ja',
  LI: 'de',
  ME: 'sr',
  MK: 'mk',
  RS: 'sr',
  RU: 'ru',
  UA: 'uk',
};

/** The language by whose rules a lead's name is spelt, as far as it can be known. */
export const languageOfLead = (fields: Fields): string | undefined =>
  BY_COUNTRY[String(fields['location.country'])] ??
  (fields.language === undefined ? undefined : String(fields.language).split('-')[0]);
