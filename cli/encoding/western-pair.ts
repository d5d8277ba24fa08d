import { decodeWindows1252 } from './decode-windows-1252.ts';

/**
 * What looks like one character of UTF-8, and is usual in Windows-1252: a word in capitals that ends with Ä, Å, É or
 * the like, and a sign behind it: `LULEÅ®`, `CAFÉ’S`, `UMEÅ–STOCKHOLM`. Portuguese words end with Ã; elsewhere it is
 * the first byte of a letter of UTF-8, and so is Â of a sign. A vowel and a sign behind one more sign: `café’”`.
 */
const PAIR = new RegExp(
  [
    '(?<!\\p{Ll}\\p{L}*)[ÄÅÆÇ-ÖØ-Þ](?:[®™”“»…](?![\\p{L}\\p{N}])|’(?=S?(?![\\p{L}\\p{N}]))|[–—](?!\\p{Ll}))',
    '(?<=(?<!\\p{L})\\p{Lu}{2,})[ÄÅÆÇ-ÖØ-Þ]\\xA0(?=[^\\s\\x80-\\xFF])',
    '(?<=(?<!\\p{L})\\p{Lu}{2,})Ã(?:\\xA0(?=[^\\s\\x80-\\xFF])|®(?![\\p{L}\\p{N}]))',
    '(?<=[a-z])[è-ï][\\xA0’”™®][–—»”…™®](?!\\p{L})',
  ].join('|'),
  'gu',
);

/** Whether all that bytes have beyond ASCII are such pairs: they may be Windows-1252 though they are sound UTF-8. */
export const hasWesternPairsOnly = (bytes: Buffer): boolean =>
  !/[^\0-\x7F]/.test(decodeWindows1252(bytes).replace(PAIR, ''));
