import { hasCyrillicCase, hasCyrillicLetters, NUMERO } from './cyrillic.ts';
import { decodePiece } from './decode-pieces.ts';
import { countOdd } from './odd-signs.ts';

type OneByteEncoding = 'windows-1251' | 'windows-1252';

/** What part of a text may not fit its encoding: nobody's data is clean. */
const NOISE = 0.15;

const beyondAscii = (text: string): number => text.match(/[^\0-\x7F]/gu)?.length ?? 0;

/** A Cyrillic word is beyond ASCII as a whole, but for a Latin letter that looks alike; a Western one has a letter of it here and there. */
const isCyrillicWord = (word: string): boolean => {
  const beyond = beyondAscii(word);
  return beyond === word.length ? beyond > 1 : beyond > 2 && beyond > word.length * 0.75;
};

const wordsOf = (text: string): readonly string[] =>
  (text.match(/\p{L}+/gu) ?? []).filter((word) => word.length > 1 && beyondAscii(word) > 0);

/** The umlauts of an alphabet, `ÄÖÜ`, and the same bytes in Windows-1251: there no word is made of these letters alone. */
const UMLAUTS = /^(?=.*[öü])[äöüß]{2,}$/iu;
const UMLAUTS_AS_CYRILLIC = /^(?=.*[ць])[дцья]{2,}$/iu;

const hasFewOddSigns = (text: string): boolean => countOdd(text) <= beyondAscii(text) * NOISE;

const isCyrillic = (text: string): boolean => {
  const words = wordsOf(text);
  if (words.length === 0) return NUMERO.test(text);
  const cyrillic = words.filter(
    (word) => isCyrillicWord(word) && hasCyrillicCase(word) && !UMLAUTS_AS_CYRILLIC.test(word),
  );
  return cyrillic.length > words.length * (1 - NOISE) && hasCyrillicLetters(cyrillic) && hasFewOddSigns(text);
};

const isWestern = (text: string): boolean => {
  const words = wordsOf(text);
  const cyrillic = words.filter((word) => isCyrillicWord(word) && word.length > 2 && !UMLAUTS.test(word));
  return cyrillic.length <= words.length * NOISE && hasFewOddSigns(text);
};

/**
 * Which encoding of one byte a character these bytes are in; undefined where it cannot be told. A text without
 * a word is Windows-1252, unless it says `№`: most signs mean the same in both.
 */
export const findOneByteEncoding = (bytes: Buffer): OneByteEncoding | undefined => {
  if (isCyrillic(decodePiece(bytes, 'windows-1251'))) return 'windows-1251';
  return isWestern(decodePiece(bytes, 'windows-1252')) ? 'windows-1252' : undefined;
};
