import { decodePiece } from './decode-pieces.ts';
import { type MarkedEncoding, markAt } from './marked-encoding.ts';

const LF = 10;

/** What a line is in by its first bytes, and where it begins behind a byte order mark. */
const lineAt = (bytes: Buffer, at: number): { readonly encoding: MarkedEncoding; readonly start: number } => {
  const marked = markAt(bytes, at);
  if (marked !== undefined) return { encoding: marked.encoding, start: at + marked.mark.length };
  const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
  if ((first === 0) === (second === 0)) return { encoding: 'utf-8', start: at };
  return { encoding: second === 0 ? 'utf-16le' : 'utf-16be', start: at };
};

/** Behind the end of the line. */
const endOf = (bytes: Buffer, encoding: MarkedEncoding, start: number): number => {
  if (encoding === 'utf-8') {
    const at = bytes.indexOf(LF, start);
    return at === -1 ? bytes.length : at + 1;
  }
  const end = Buffer.from(encoding === 'utf-16le' ? [LF, 0] : [0, LF]);
  let at = bytes.indexOf(end, start);
  // Between two characters, not within them.
  while (at !== -1 && (at - start) % 2 !== 0) at = bytes.indexOf(end, at + 1);
  return at === -1 ? bytes.length : at + 2;
};

export interface Utf16Lines {
  /** All of it, with the lines of UTF-16 in UTF-8. */
  readonly bytes: Buffer;
  /** What most lines of UTF-16 are in. */
  readonly encoding: string;
  /** How many they are, and how many there are in all. */
  readonly lines: number;
  readonly all: number;
}

/**
 * Lines of UTF-16 as UTF-8: shells of Windows write it, also behind lines that were UTF-8. Each line must begin with a
 * sign of ASCII, as JSON does.
 */
export const utf16LinesAsUtf8 = (bytes: Buffer): Utf16Lines => {
  const parts: Buffer[] = [];
  const counts: Record<MarkedEncoding, number> = { 'utf-16le': 0, 'utf-16be': 0, 'utf-8': 0 };
  for (let at = 0; at < bytes.length; ) {
    const { encoding, start } = lineAt(bytes, at);
    at = endOf(bytes, encoding, start);
    const line = bytes.subarray(start, at);
    if (line.length > 0) counts[encoding] += 1;
    parts.push(encoding === 'utf-8' ? line : Buffer.from(decodePiece(line, encoding)));
  }
  const lines = counts['utf-16le'] + counts['utf-16be'];
  return {
    bytes: Buffer.concat(parts),
    encoding: counts['utf-16be'] > counts['utf-16le'] ? 'utf-16be' : 'utf-16le',
    lines,
    all: lines + counts['utf-8'],
  };
};
