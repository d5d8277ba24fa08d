import languages from 'language-subtag-registry/data/json/language.json' with { type: 'json' };
import regions from 'language-subtag-registry/data/json/region.json' with { type: 'json' };
import scripts from 'language-subtag-registry/data/json/script.json' with { type: 'json' };
import { quote } from '../../domain/language/quote.ts';
import { readLanguage } from '../../fields/language.ts';
import { didYouMean } from './did-you-mean.ts';

const canonical = (text: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
};

// The registry has the codes for private use as ranges.
const isPrimary = (subtag: string): boolean => Object.hasOwn(languages, subtag) || /^q[a-t][a-z]$/.test(subtag);
const isRegion = (subtag: string): boolean => Object.hasOwn(regions, subtag) || /^(aa|q[m-z]|x[a-z]|zz)$/.test(subtag);
const isScript = (subtag: string): boolean => Object.hasOwn(scripts, subtag) || /^qa[ab][a-x]$/.test(subtag);

/** In either case: well formed, its language, script and region registered. */
const isRegistered = (text: string): boolean => {
  const [primary = '', ...rest] = text.toLowerCase().split('-');
  if (!/^[a-z]{2,3}$/.test(primary) || !isPrimary(primary) || canonical(text) === undefined) return false;
  // What follows a single letter is an extension's own.
  const end = rest.findIndex((subtag) => subtag.length === 1);
  return (end === -1 ? rest : rest.slice(0, end)).every((subtag) => {
    if (/^[a-z]{4}$/.test(subtag)) return isScript(subtag);
    return /^([a-z]{2}|\d{3})$/.test(subtag) ? isRegion(subtag) : true;
  });
};

const tried = new Map<string, boolean>();

/** Whether a text is a tag of BCP 47. */
export const isLanguage = (text: string): boolean => {
  const isTag = tried.get(text) ?? isRegistered(text);
  tried.set(text, isTag);
  return isTag;
};

/** As the field of a lead would be read. */
const meantBy = (text: string): string | undefined => {
  const reading = readLanguage(text);
  return 'value' in reading && isLanguage(reading.value) ? reading.value : undefined;
};

/** Why there is no such language; undefined if there is. */
export const languageProblem = (text: string): string | undefined => {
  if (text.toLowerCase() === 'und') return `${quote(text)} says that no language is known: no lead has it`;
  if (isLanguage(text)) return undefined;
  const meant = meantBy(text);
  return `${quote(text)} is no language of BCP 47${didYouMean(meant === undefined ? [] : [meant], ', such as en or de-AT')}`;
};
