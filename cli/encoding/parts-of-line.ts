import { decodeWindows1252 } from './decode-windows-1252.ts';
import { countOdd } from './odd-signs.ts';
import { hasWesternPairsOnly } from './western-pair.ts';

/** Quotes and separators of tables and feeds: the cells of one line may come from programs that write unlike encodings. */
const ENDS = new Set([...'\t",;|'].map((sign) => sign.charCodeAt(0)));

/** A character is lost, and stands in a text as this. */
const LOST = /\uFFFD/g;

const BEYOND_ASCII = /[^\0-\x7F\uFFFD]/gu;

/** Side by side they are no accident in UTF-8: another text has hardly two pairs of bytes that look like it. */
const SIDE_BY_SIDE = /[^\0-\x7F\uFFFD]{2}/u;

/** What stands alone in texts: letters of Latin, Greek and Cyrillic, punctuation, pictures. `É»` of Windows-1252 would be none of it. */
const USUAL = /[\xA0-\u017F\u0218-\u021B\u0370-\u045F\u0490\u0491\u1E00-\u1EFF\u2010-\u2122\u{1F000}-\u{1FAFF}]/u;

/** `either` is as good in Windows-1252: the lines around tell it. */
export type Kind = 'utf-8' | 'rather utf-8' | 'either' | 'other';

/** What the bytes of a part are, also where a character of UTF-8 was cut off in it. */
export const kindOf = (part: Buffer): Kind => {
  const text = part.toString('utf8');
  const lost = text.match(LOST)?.length ?? 0;
  const sound = text.match(BEYOND_ASCII) ?? [];
  if (lost > sound.length) return 'other';
  if (sound.length === 0 || SIDE_BY_SIDE.test(text)) return 'utf-8';
  if (!sound.every((sign) => USUAL.test(sign))) return 'other';
  // By chance, and with a byte that UTF-8 does not have.
  if (lost > 0 && countOdd(decodeWindows1252(part)) === 0) return 'other';
  return hasWesternPairsOnly(part) ? 'either' : 'rather utf-8';
};

/** Whether some of a line may be UTF-8 beyond ASCII. */
export const mayHoldUtf8 = (line: Buffer): boolean => line.toString('utf8').search(BEYOND_ASCII) !== -1;

/** The cells of a line, each with what ends it; of a quoted cell, what stands between its separators. */
export const partsOf = (line: Buffer): readonly Buffer[] => {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (!ENDS.has(line[at] ?? 0)) continue;
    parts.push(line.subarray(from, at + 1));
    from = at + 1;
  }
  return [...parts, line.subarray(from)];
};
