import { english, MACRO } from './language-names.ts';

/** Codes of countries that people take for their language's, where no language has the code. */
export const COUNTRIES: Readonly<Record<string, string>> = {
  jp: 'ja',
  cn: 'zh',
  kr: 'ko',
  dk: 'da',
  cz: 'cs',
  gr: 'el',
  ua: 'uk',
  vn: 'vi',
};

/** Scripts as the locales of Unix call them. */
const UNIX_SCRIPTS = new Map([
  ['latin', 'Latn'],
  ['cyrillic', 'Cyrl'],
  ['devanagari', 'Deva'],
]);

/** The language of a tag, without script and region: what a rep speaks. */
export const primaryLanguage = (tag: string): string => tag.split('-')[0] ?? tag;

/** `de_AT.UTF-8@euro` and `sr_RS@latin` of Unix, and tags of BCP 47 with old codes. */
export const tagOf = (text: string): string | undefined => {
  // What follows zh in three letters is a Chinese language; after others, as in en_USA, it is a country.
  const tag = text
    .replace(/[.@].*$/, '')
    .replaceAll('_', '-')
    .replace(/^zh-(?=[a-z]{3}(?:-|$))/i, '')
    .replace(/^([a-z]{2})-[a-z]{3}$/i, '$1');
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(tag)) return undefined;
  try {
    const [, modifier = ''] = /@([a-z]+)$/i.exec(text) ?? [];
    const { language, script = UNIX_SCRIPTS.get(modifier.toLowerCase()), region } = new Intl.Locale(tag);
    const one = MACRO[language] ?? COUNTRIES[language] ?? language;
    return english().of(one) === undefined
      ? undefined
      : [one, script, region].filter((part) => part !== undefined).join('-');
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};
