import { isAscii, isUtf8 } from 'node:buffer';

/** Bytes that tell an encoding; of a text all in ASCII up to here nothing is known yet. */
export type Found = { readonly encoding: string } | { readonly unknown: true } | undefined;

/** How much of a text without a mark is looked at for UTF-16. */
const SAMPLE = 1 << 12;

/** Whether every second byte is mostly nought, as in UTF-16 of a text that is mostly Latin, and the others are not. */
const looksLikeUtf16 = (bytes: Buffer, nought: 0 | 1): boolean => {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE) / 2);
  let [noughts, others] = [0, 0];
  for (let pair = 0; pair < pairs; pair += 1) {
    if (bytes[2 * pair + nought] === 0) noughts += 1;
    if (bytes[2 * pair + 1 - nought] === 0) others += 1;
  }
  return pairs > 1 && noughts > pairs * 0.4 && others <= pairs * 0.02;
};

/** What the first bytes of a text say: a byte order mark, or UTF-16 without one. */
export const markedEncoding = (start: Buffer): string | undefined => {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8';
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  if (looksLikeUtf16(start, 1)) return 'utf-16le';
  return looksLikeUtf16(start, 0) ? 'utf-16be' : undefined;
};

/** Without the bytes of a character that goes on in the next piece. */
const wholeCharacters = (bytes: Buffer): Buffer => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return bytes.subarray(0, -back);
    if (byte < 0x80) break;
  }
  return bytes;
};

const share = (bytes: readonly number[], holds: (byte: number) => boolean): number =>
  bytes.filter(holds).length / bytes.length;

const isLetter = (byte: number): boolean => byte >= 0xc0;

/** Bytes that Windows-1252 has no character for. */
const NOT_WESTERN = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Quotation marks, dashes, no-break space, number sign and ё of Windows-1251. */
const CYRILLIC_SIGNS = new Set([0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xa0, 0xa8, 0xab, 0xb8, 0xb9, 0xbb]);

/** Of one byte a character: Cyrillic words are letters beyond ASCII side by side, Western words have one here and there. */
const oneByteEncoding = (bytes: Buffer): Found => {
  const high = [...bytes].filter((byte) => byte >= 0x80);
  let besides = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    if (isLetter(bytes[i] ?? 0) && (isLetter(bytes[i - 1] ?? 0) || isLetter(bytes[i + 1] ?? 0))) besides += 1;
  }
  const inWords = besides / high.length;
  if (inWords > 0.6) {
    const isCyrillic =
      share(high, (byte) => isLetter(byte) || CYRILLIC_SIGNS.has(byte)) > 0.95 &&
      share(high, (byte) => byte >= 0xe0) > 0.4;
    return isCyrillic ? { encoding: 'windows-1251' } : { unknown: true };
  }
  return inWords < 0.4 && !high.some((byte) => NOT_WESTERN.has(byte))
    ? { encoding: 'windows-1252' }
    : { unknown: true };
};

/** UTF-8, also where some bytes of another encoding got in: no other text has many such characters by chance. */
const isMostlyUtf8 = (bytes: Buffer): boolean => {
  if (isUtf8(wholeCharacters(bytes))) return true;
  const beyondAscii = bytes.toString('utf8').replace(/[\0-\x7f]/g, '');
  return beyondAscii.replaceAll('\uFFFD', '').length > beyondAscii.length / 2;
};

/**
 * The encoding of a text by a piece of it: UTF-8, else Windows-1252 or Windows-1251. Undefined while it is all
 * ASCII; unknown where it is none of these.
 */
export const findEncoding = (piece: Buffer): Found => {
  if (isAscii(piece)) return undefined;
  return isMostlyUtf8(piece) ? { encoding: 'utf-8' } : oneByteEncoding(piece);
};

/** The encoding of a whole text; one that is in none is read as UTF-8, with marks for what is lost. */
export const encodingOf = (bytes: Buffer): string => {
  const found = findEncoding(bytes);
  return markedEncoding(bytes) ?? (found !== undefined && 'encoding' in found ? found.encoding : 'utf-8');
};

/** How a command tells in which encoding it reads a file that is not UTF-8. */
export const toldEncoding = (file: string, encoding: string): string => `${file} is read as ${encoding}\n`;
