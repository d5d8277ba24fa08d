import { regionsOf } from './region-table.ts';

/** Languages in which forms let people write their country. The English names are in a table of our own. */
export const LANGUAGES = (
  'de fr es it pt nl sv nb da fi is pl cs sk hu ro bg hr sl et lv lt el tr ru uk ar he fa hi th vi id ms ja ko zh ' +
  'zh-Hant ca pt-PT'
).split(' ');

const OF_LOCALES = new Set([...LANGUAGES, 'en', 'no', 'sr']);

/**
 * The country of `de_AT`. Of `de_BE` it is none: Berlin is written so, too. Where nobody knows the regions of what may be a
 * country, as the El Salvador of `sv_SE`, it is the one where the language is at home.
 */
export const codeOfLocale = (text: string, isCountryCode: (code: string) => boolean): string | undefined => {
  const [, language = '', country = ''] = /^([a-z]{2})[-_]([A-Z]{2})(?:\.[\w-]+)?$/.exec(text) ?? [];
  if (!OF_LOCALES.has(language) || !isCountryCode(country)) return undefined;
  const home = language.toUpperCase();
  if (home === country || !isCountryCode(home)) return country;
  const regions = regionsOf(home);
  if (regions !== undefined) return regions.codes.has(country.toLowerCase()) ? undefined : country;
  return new Intl.Locale(language).maximize().region === country ? country : undefined;
};
