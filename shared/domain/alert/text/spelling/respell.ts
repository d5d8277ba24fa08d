import { respellCyrillic } from './cyrillic.ts';
import { respellGreek } from './greek.ts';
import { respellKorean } from './korean.ts';

/** Writes in Latin what a transliteration by single letters would write so that nobody is called by it. */
export const respell = (text: string, language?: string): string => {
  const korean = /[\uac00-\ud7a3]/.test(text) ? respellKorean(text) : text;
  const greek = /\p{Script=Greek}/u.test(korean) ? respellGreek(korean) : korean;
  return /\p{Script=Cyrillic}/u.test(greek) ? respellCyrillic(greek, language) : greek;
};

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };

/** German without umlauts, as Germans write it; in other languages `ü` is just `u`. */
export const withoutUmlauts = (text: string, language?: string): string =>
  language === 'de' ? text.replace(/[äöü]/gi, (letter) => UMLAUTS[letter] ?? letter) : text;

/** A script without capitals is written in Latin in small letters: `tanaka` is `Tanaka`. */
export const withCapitals = (latin: string, from: string): string =>
  /\p{Lo}/u.test(from) ? latin.replace(/(?<![\p{L}\p{N}'])\p{Ll}/gu, (letter) => letter.toUpperCase()) : latin;
