/** Byte order marks, and what a text that begins with one is in. */
const MARKS = [
  { encoding: 'utf-16le', mark: Buffer.from([0xff, 0xfe]) },
  { encoding: 'utf-16be', mark: Buffer.from([0xfe, 0xff]) },
  { encoding: 'utf-8', mark: Buffer.from([0xef, 0xbb, 0xbf]) },
] as const;

export type MarkedEncoding = (typeof MARKS)[number]['encoding'];

/** The mark that bytes have at a place. It is asked at each line, and no mark begins lower. */
export const markAt = (bytes: Buffer, at: number): (typeof MARKS)[number] | undefined =>
  (bytes[at] ?? 0) < 0xef ? undefined : MARKS.find(({ mark }) => mark.equals(bytes.subarray(at, at + mark.length)));

/** How much of a text without a mark is looked at for UTF-16. */
const SAMPLE = 1 << 12;

/** Whether many of every second byte are nought, as in UTF-16 of a text with Latin letters, digits and separators, and the others are not. */
const looksLikeUtf16 = (bytes: Buffer, nought: 0 | 1): boolean => {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE) / 2);
  let [noughts, others] = [0, 0];
  for (let pair = 0; pair < pairs; pair += 1) {
    if (bytes[2 * pair + nought] === 0) noughts += 1;
    if (bytes[2 * pair + 1 - nought] === 0) others += 1;
  }
  return pairs > 1 && noughts > pairs * 0.2 && others <= pairs * 0.02;
};

/** What the first bytes of a text say: a byte order mark, or UTF-16 without one. */
export const markedEncoding = (start: Buffer): string | undefined => {
  const marked = markAt(start, 0);
  if (marked !== undefined) return marked.encoding;
  if (looksLikeUtf16(start, 1)) return 'utf-16le';
  return looksLikeUtf16(start, 0) ? 'utf-16be' : undefined;
};

/** How a command tells in which encoding it reads a file that is not UTF-8. */
export const toldEncoding = (file: string, encoding: string): string => `${file} is read as ${encoding}\n`;

/** The same of some of its lines. */
export const toldLines = (file: string, encoding: string, lines: number): string =>
  `${file}: lines that are not UTF-8, and read as ${encoding}: ${lines}\n`;
