/*
 * Cyrillic as each language's own rules write it in Latin: passports of Ukraine (2010), Bulgaria (2009), Belarus and
 * North Macedonia; Serbian as its Latin alphabet without accents. Letters that are not here are written by any-ascii,
 * which does so as most Russians do.
 */

type Letters = Readonly<Record<string, string>>;

const NO_SIGNS: Letters = { ь: '', ъ: '' };

const LETTERS: Readonly<Record<string, Letters>> = {
  ru: NO_SIGNS,
  uk: { ...NO_SIGNS, г: 'h', ґ: 'g', и: 'y', й: 'i', ї: 'i', є: 'ie', ю: 'iu', я: 'ia', х: 'kh', щ: 'shch', '’': '' },
  be: { ...NO_SIGNS, г: 'h', ё: 'io', й: 'i', ў: 'u', ю: 'iu', я: 'ia', х: 'kh', '’': '' },
  bg: { ь: 'y', ъ: 'a', х: 'h', щ: 'sht', ц: 'ts' },
  sr: { ђ: 'dj', ж: 'z', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', ц: 'c', ч: 'c', џ: 'dz', ш: 's', х: 'h' },
  mk: { ѓ: 'gj', ѕ: 'dz', ј: 'j', љ: 'lj', њ: 'nj', ќ: 'kj', ц: 'c', џ: 'dj', х: 'h' },
};

/** As they are written where a word begins. */
const FIRST: Readonly<Record<string, Letters>> = {
  uk: { й: 'y', ї: 'yi', є: 'ye', ю: 'yu', я: 'ya' },
  be: { ё: 'yo', ю: 'yu', я: 'ya' },
};

/** Letters that only one of the languages has, where it is not known which one it is. */
const TELLING = [
  ['uk', /[їєґ]/i],
  ['be', /ў/i],
  ['mk', /[ѓќѕ]/i],
  ['sr', /[ђћџљњј]/i],
  ['uk', /і/i],
] as const;

const guess = (word: string): string => TELLING.find(([, letters]) => letters.test(word))?.[0] ?? 'ru';

const isUpper = (char: string): boolean => char !== char.toLowerCase();

/** `Щ` as `Shch`, within capitals `SHCH`. */
const inCase = (latin: string, char: string, next: string): string => {
  if (!isUpper(char)) return latin;
  return isUpper(next) ? latin.toUpperCase() : `${latin.charAt(0).toUpperCase()}${latin.slice(1)}`;
};

const latinWord = (word: string, language: string): string => {
  const prepared = language === 'uk' ? word.replace(/зг/gi, (two) => (isUpper(two.charAt(0)) ? 'Zgh' : 'zgh')) : word;
  const ended = language === 'bg' ? prepared.replace(/ия$/, 'ia') : prepared;
  return [...ended]
    .map((char, at, all) => {
      const letter = char.toLowerCase();
      const latin = (at === 0 ? FIRST[language]?.[letter] : undefined) ?? LETTERS[language]?.[letter];
      return latin === undefined ? char : inCase(latin, char, all[at + 1] ?? '');
    })
    .join('');
};

/** What of a text is Cyrillic, as people of the language write it in Latin. */
export const respellCyrillic = (text: string, language: string | undefined): string => {
  const words = /[\p{Script=Cyrillic}’]+/gu;
  const known = language !== undefined && Object.hasOwn(LETTERS, language) ? language : guess(text);
  return text.replace(words, (word) => latinWord(word, known));
};
