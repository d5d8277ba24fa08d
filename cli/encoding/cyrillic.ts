/** How often a letter stands in a thousand letters of Russian; those of Ukrainian, Bulgarian and Serbian by their own. */
const OFTEN: Readonly<Record<string, number>> = {
  ...{ о: 110, е: 85, а: 80, и: 74, н: 67, т: 63, с: 55, р: 47, в: 45, л: 44, к: 35, м: 32, д: 30, п: 28, у: 26 },
  ...{ я: 20, ы: 19, ь: 17, г: 17, з: 16, б: 16, ч: 14, й: 12, х: 10, ж: 9, ш: 7, ю: 6, ц: 5, щ: 4, э: 3, ф: 3 },
  ...{ ъ: 2, ё: 10, і: 50, ї: 10, є: 10, ґ: 2, ў: 10, ј: 30, љ: 5, њ: 7, ћ: 6, ђ: 3, џ: 2, ѓ: 2, ќ: 2, ѕ: 2 },
};

/** A letter as often as by mere chance. */
const BY_CHANCE = 1_000 / 32;

const SELDOM = 1;

/** In bits: a few words say little. */
const DOUBT = 6;

/** Whether words have the letters that Cyrillic words mostly have. Greek or Hebrew read as Windows-1251 has others. */
export const hasCyrillicLetters = (words: readonly string[]): boolean => {
  const letters =
    words
      .join('')
      .toLowerCase()
      .match(/\p{Script=Cyrillic}/gu) ?? [];
  const likely = letters.reduce((sum, letter) => sum + Math.log2((OFTEN[letter] ?? SELDOM) / BY_CHANCE), 0);
  return likely > (words.some((word) => word.length > 2) ? -DOUBT : 0);
};

/** Capitals first, if any: `Иванов`, `ИВАНОВ`, `ВКонтакте`. KOI8 read as Windows-1251 has them turned round. */
export const hasCyrillicCase = (word: string): boolean => /^\p{Lu}*\p{Ll}*$/u.test(word);

/** `№` where a number or nothing follows. `¹` of Windows-1252 follows a word, a number or their end, as a note's does. */
export const NUMERO = /(?<![\p{L}\p{N}).!?])№(?!\p{L})/u;
