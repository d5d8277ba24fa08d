import languages from 'language-subtag-registry/data/json/language.json' with { type: 'json' };
import regions from 'language-subtag-registry/data/json/region.json' with { type: 'json' };
import scripts from 'language-subtag-registry/data/json/script.json' with { type: 'json' };
import { quote } from '../checks/finding.ts';
import { didYouMean, foldName } from './did-you-mean.ts';

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

let known: ReadonlyMap<string, string> | undefined;

/** Codes by folded names in English and in the language itself, of languages with two letters. */
const codesByName = (): ReadonlyMap<string, string> => {
  const english = new Intl.DisplayNames('en', { type: 'language' });
  known ??= new Map(
    Object.keys(languages)
      .filter((code) => code.length === 2)
      .flatMap((code) => {
        const own = new Intl.DisplayNames(code, { type: 'language' });
        return [english.of(code), own.of(code)].map((name): [string, string] => [foldName(name ?? ''), code]);
      }),
  );
  return known;
};

const meantBy = (text: string): string | undefined => {
  const named = codesByName().get(foldName(text));
  if (named !== undefined) return named;
  // As POSIX writes it, and with a name that has become another.
  const tag = canonical(text.replace(/[.@].*$/, '').replaceAll('_', '-'));
  if (tag !== undefined && isLanguage(tag)) return tag;
  const [country = ''] = text.toLowerCase().split(/[-_]/);
  if (!/^[a-z]{2}$/.test(country) || !Object.hasOwn(regions, country)) return undefined;
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  return language === 'und' ? undefined : language;
};

/** Why there is no such language; undefined if there is. */
export const languageProblem = (text: string): string | undefined => {
  if (isLanguage(text)) return undefined;
  const meant = meantBy(text);
  return `${quote(text)} is no language of BCP 47${didYouMean(meant === undefined ? [] : [meant], ', such as en or de-AT')}`;
};
