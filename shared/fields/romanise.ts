import { regionsOf } from './region-table.ts';

/** A name in the script of its country, in the letters in which the tables have it. */
export const romanised = (text: string, country: string): string => {
  const letters = regionsOf(country)?.letters;
  if (letters === undefined || letters.size === 0 || !/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text)) return text;
  const plain = country === 'GR' ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
  // Russian has a y before an e that begins a word or follows a vowel.
  const spoken =
    country === 'RU' ? plain.toLowerCase().replace(/(?<=^|[\s-]|[аеиоуыэюя])е/g, 'yе') : plain.toLowerCase();
  return spoken.replace(/[^\s-]/g, (letter) => letters.get(letter)?.replace('-', '') ?? letter);
};
