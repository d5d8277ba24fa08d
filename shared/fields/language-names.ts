import { foldName } from './characters.ts';
import { lazily } from './lazily.ts';

/** ISO 639-1: languages that people name in words. */
export const NAMED: readonly string[] = (
  'aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cv cy da de dv dz ee el en eo es et eu fa ' +
  'ff fi fj fo fr fy ga gd gl gn gu gv ha he hi hr ht hu hy ia id ig ii ik is it iu ja jv ka kg ki kk kl km kn ko kr ks ku ' +
  'kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na ne ng nl no nr nv ny oc oj om or os pa pi pl ps pt ' +
  'qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tn to tr ts tt tw ty ug uk ur ' +
  'uz ve vi vo wa wo xh yi yo za zh zu'
).split(' ');

/** Others that people name: as they are spoken in a country, as they are written, and those without a code of two letters. */
const NAMED_TOO = (
  'en-US en-GB en-AU en-CA de-AT de-CH fr-CA fr-CH es-ES es-MX es-419 pt-BR pt-PT nl-BE ro-MD fa-AF zh-Hans zh-Hant nb ' +
  'fil yue gsw sr-Latn sr-Cyrl bs-Latn bs-Cyrl az-Latn az-Cyrl uz-Latn uz-Cyrl'
).split(' ');

/** Languages, beside each one's own, in which people name theirs. */
const IN_WORDS_OF = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'];

/** What Norwegians write is one language to a rep; ISO 639-3 has both under `no`. */
export const MACRO: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

const namesIn = (language: string): Intl.DisplayNames =>
  new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });

/** The same with script and region in brackets: `Chinese (Simplified)`. */
const labelsIn = (language: string): Intl.DisplayNames =>
  new Intl.DisplayNames([language], { type: 'language', languageDisplay: 'standard', fallback: 'none' });

export const english = lazily(() => namesIn('en'));

/** Names of languages in themselves, in English and in a few more. */
export const named = lazily(() => {
  const codes = new Map<string, string>([
    ['mandarin', 'zh'],
    ['mandarinchinese', 'zh'],
    ['chinesemandarin', 'zh'],
    ['简体中文', 'zh-Hans'],
    ['簡體中文', 'zh-Hans'],
    ['中文简体', 'zh-Hans'],
    ['中文簡體', 'zh-Hans'],
    ['繁體中文', 'zh-Hant'],
    ['繁体中文', 'zh-Hant'],
    ['中文繁體', 'zh-Hant'],
    ['中文繁体', 'zh-Hant'],
    ['普通话', 'zh'],
    ['castilian', 'es'],
    ['castellano', 'es'],
    ['flemish', 'nl'],
    ['vlaams', 'nl'],
    ['farsi', 'fa'],
    ['tagalog', 'fil'],
    ['pilipino', 'fil'],
    ['usenglish', 'en-US'],
    ['ukenglish', 'en-GB'],
    ['moderngreek', 'el'],
    ['serbocroatian', 'sr'],
    ['moldovan', 'ro'],
    ['bahasaindonesia', 'id'],
    ['bahasamelayu', 'ms'],
    ['bahasamalaysia', 'ms'],
    ['norsk', 'no'],
    ['bokmal', 'no'],
    ['nynorsk', 'no'],
    ['norskbokmal', 'no'],
    ['norsknynorsk', 'no'],
    ['norwegiannynorsk', 'no'],
  ]);
  const add = (names: Intl.DisplayNames, code: string): void => {
    const name = foldName(names.of(code) ?? '');
    if (name !== '' && !codes.has(name)) codes.set(name, MACRO[code] ?? code);
  };
  for (const names of IN_WORDS_OF.map(namesIn)) for (const code of [...NAMED, ...NAMED_TOO]) add(names, code);
  for (const names of IN_WORDS_OF.map(labelsIn)) for (const code of NAMED_TOO) add(names, code);
  for (const code of NAMED) add(namesIn(code), code);
  return codes;
});
