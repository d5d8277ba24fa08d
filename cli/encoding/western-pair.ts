import { decodeWindows1252 } from './decode-windows-1252.ts';

/** Capitals that end a word. What stands before one is looked at behind it, and not far: a word may have no end. */
const LETTER = '[ÄÅÆÇ-ÖØ-Þ]';
const BEHIND_CAPITALS = '(?<!\\p{Ll}\\p{L}{0,40}.)';
/** At least two more capitals, and nothing else in the word. */
const BEHIND_WORD = '(?<=(?<!\\p{L})\\p{Lu}{2,40}.)';
const NO_LETTER = '(?![\\p{L}\\p{N}])';

/**
 * What looks like one character of UTF-8, and is usual in Windows-1252: a word in capitals that ends with Ä, Å, É or
 * the like, and a sign behind it: `LULEÅ®`, `CAFÉ’S`, `UMEÅ–STOCKHOLM`. Portuguese words end with Ã; elsewhere it is
 * the first byte of a letter of UTF-8, and Â that of a sign. So is a small vowel with two signs behind it: `café’”`.
 */
const PAIR = new RegExp(
  [
    `${LETTER}${BEHIND_CAPITALS}(?:[®™”“»…]${NO_LETTER}|’(?=S?${NO_LETTER})|[–—](?!\\p{Ll}))`,
    `(?:${LETTER}|Ã)${BEHIND_WORD}\\xA0(?=[^\\s\\x80-\\xFF])`,
    `Ã${BEHIND_WORD}®${NO_LETTER}`,
    '[è-ï](?<=[a-z].)[\\xA0’”™®][–—»”…™®](?!\\p{L})',
  ].join('|'),
  'gu',
);

/** Whether all that bytes have beyond ASCII are such pairs: they may be Windows-1252 though they are sound UTF-8. */
export const hasWesternPairsOnly = (bytes: Buffer): boolean =>
  !/[^\0-\x7F]/.test(decodeWindows1252(bytes).replace(PAIR, ''));
