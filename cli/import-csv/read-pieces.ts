import { LONGEST } from './read-lines.ts';

const LF = 10;
const CR = 13;

/** The same bytes in pieces of at least so many, but for the last: a pipe may give a byte or two at once. */
export async function* inPieces(chunks: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let held = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    held += chunk.length;
    if (held < size) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    held = 0;
  }
  if (held > 0) yield Buffer.concat(waiting);
}

/** Where a character of any encoding ends. */
const endOfCharacter = (bytes: Buffer): number => bytes.findLastIndex((byte) => byte < 0x80) + 1 || bytes.length;

/** The same bytes in pieces that end where a line does. */
export async function* inWholeLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const all = Buffer.concat([rest, chunk]);
    const lastEnd = Math.max(all.lastIndexOf(LF), all.lastIndexOf(CR)) + 1;
    const end = lastEnd === 0 && all.length > LONGEST ? endOfCharacter(all) : lastEnd;
    if (end > 0) yield all.subarray(0, end);
    rest = all.subarray(end);
  }
  if (rest.length > 0) yield rest;
}
