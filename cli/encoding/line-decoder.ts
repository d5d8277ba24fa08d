import { isAscii, isUtf8 } from 'node:buffer';
import { decodePiece } from './decode-pieces.ts';
import { toldEncoding, toldLines } from './marked-encoding.ts';
import { findOneByteEncoding } from './one-byte-encoding.ts';
import { type Kind, kindOf, mayHoldUtf8, partsOf } from './parts-of-line.ts';
import { hasWesternPairsOnly } from './western-pair.ts';

/** So many bytes tell an encoding. */
const ENOUGH = 1 << 20;

const LF = 10;
const CR = 13;

/**
 * Reads lines of which some are not UTF-8: programs append to one file, and copy cells into one table, each in its own
 * encoding. What is UTF-8 stays as it is; all else is in one encoding of one byte a character.
 */
export interface LineDecoder {
  /** Looks at whole lines, one or more, before any of them is decoded. */
  look(lines: Buffer): void;
  /** How many lines are not UTF-8. */
  readonly others: number;
  /** Whether lines are in UTF-8 for sure, and not all ASCII. */
  readonly hasUtf8: boolean;
  /** Whether lines are sound UTF-8 that may as well be Windows-1252: others tell what they are. */
  readonly hasUnsure: boolean;
  /** What these lines are in; undefined where it cannot be told. It is found once, by what was looked at until then. */
  encoding(): string | undefined;
  /** Whole lines as a text, with marks for what is lost. */
  text(lines: Buffer): string;
  /** How a command tells in what it reads a file; nothing of one in UTF-8, or in what is said. */
  told(file: string): string;
}

/** Each with its end. */
const linesOf = function* (lines: Buffer): Generator<Buffer> {
  let from = 0;
  for (let at = 0; at < lines.length; at += 1) {
    if (lines[at] !== LF && lines[at] !== CR) continue;
    yield lines.subarray(from, at + 1);
    from = at + 1;
  }
  if (from < lines.length) yield lines.subarray(from);
};

const isSureUtf8 = (kind: Kind): boolean => kind === 'utf-8' || kind === 'rather utf-8';

/** A line that is not UTF-8 as a whole. */
const decodeParts = (line: Buffer, encoding: string): string => {
  if (!mayHoldUtf8(line)) return decodePiece(line, encoding);
  const parts = partsOf(line).map((part) => ({ part, kind: kindOf(part) }));
  const hasUtf8 = parts.some(({ part, kind }) => isSureUtf8(kind) && !isAscii(part));
  const isUtf8Part = (kind: Kind): boolean =>
    // `Её` of Windows-1251 is a letter of UTF-8.
    kind === 'utf-8' || (encoding !== 'windows-1251' && (isSureUtf8(kind) || (kind === 'either' && hasUtf8)));
  return parts
    .map(({ part, kind }) => (isUtf8Part(kind) ? part.toString('utf8') : decodePiece(part, encoding)))
    .join('');
};

/** What is not UTF-8 is in the encoding that is `said`, of one byte a character; it is found where nobody says it. */
export const createLineDecoder = (said?: string): LineDecoder => {
  const evidence: Buffer[] = [];
  let held = 0;
  let others = 0;
  let hasUtf8 = false;
  let hasUnsure = false;
  let found: { readonly encoding: string | undefined } | undefined = said === undefined ? said : { encoding: said };

  const lookAtUtf8 = (lines: Buffer): void => {
    if (hasUtf8 || isAscii(lines)) return;
    if (hasWesternPairsOnly(lines)) hasUnsure = true;
    else hasUtf8 = true;
  };
  const lookAtOther = (line: Buffer): void => {
    others += 1;
    if (found !== undefined || held > ENOUGH) return;
    for (const part of partsOf(line).filter((one) => kindOf(one) === 'other')) {
      // A copy: it shall not keep the whole file.
      evidence.push(Buffer.from(part));
      held += part.length;
    }
  };
  const encoding = (): string | undefined => {
    found ??= { encoding: findOneByteEncoding(Buffer.concat(evidence)) };
    return found.encoding;
  };
  /** Sound UTF-8 in a table that has none for sure, and lines in another encoding. */
  const mayBeOther = (lines: Buffer): boolean =>
    hasUnsure && !hasUtf8 && (others > 0 || said !== undefined) && !isAscii(lines);
  const decodeLine = (line: Buffer): string => {
    const one = isUtf8(line) && !mayBeOther(line) ? undefined : encoding();
    if (one === undefined) return line.toString('utf8');
    return isUtf8(line) ? decodePiece(line, one) : decodeParts(line, one);
  };
  return {
    look: (lines) => {
      if (isAscii(lines)) return;
      if (isUtf8(lines)) lookAtUtf8(lines);
      else for (const line of linesOf(lines)) isUtf8(line) ? lookAtUtf8(line) : lookAtOther(line);
    },
    get others() {
      return others;
    },
    get hasUtf8() {
      return hasUtf8;
    },
    get hasUnsure() {
      return hasUnsure;
    },
    encoding,
    text: (lines) =>
      isUtf8(lines) && !mayBeOther(lines) ? lines.toString('utf8') : Array.from(linesOf(lines), decodeLine).join(''),
    told: (file) => {
      if (others === 0) return said !== undefined && hasUtf8 ? toldEncoding(file, 'utf-8') : '';
      if (said !== undefined && !hasUtf8) return '';
      const one = encoding();
      if (one === undefined) return `${file}: lines in no encoding that is known: ${others}\n`;
      return hasUtf8 ? toldLines(file, one, others) : toldEncoding(file, one);
    },
  };
};
