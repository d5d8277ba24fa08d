import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { UsedYears } from '../shared/agreement/load-agreement.ts';
import { idIn } from '../shared/contracts/events/event-key.ts';
import { readInstant } from '../shared/contracts/events/read-instant.ts';
import type { Instant } from '../shared/domain/time/instant.ts';
import { createLineDecoder, type LineDecoder } from './encoding/line-decoder.ts';
import { markAt, toldEncoding, toldLines } from './encoding/marked-encoding.ts';
import { utf16LinesAsUtf8 } from './encoding/utf16-lines.ts';
import { usedYears } from './used-years.ts';

/** A line of a feed in its place of the order of delivery. */
export interface FeedLine {
  /** Epoch milliseconds. */
  readonly at: Instant;
  readonly detailType: string;
  readonly text: string;
}

export interface Feed {
  readonly lines: number;
  /** When the first line is delivered; undefined for an empty feed. */
  readonly start: number | undefined;
  /** In which years its lines are delivered. */
  readonly years: UsedYears;
  read(): Iterable<FeedLine>;
  close(): void;
}

interface Index {
  readonly times: number[];
  readonly ids: string[];
  readonly detailTypes: string[];
  readonly offsets: number[];
  readonly lengths: number[];
}

const BLOCK = 1 << 18;
const NEWLINE = 10;
const RETURN = 13;
const BRACE = 0x7b;
const RETURN_BRACE = Buffer.from([RETURN, BRACE]);
/** Files up to this size, in bytes, are kept in memory. */
const HELD_WHOLE = 1 << 26;

/** What the order needs of a line; a line that is not JSON has none of it. */
const peek = (text: string): { time: number | undefined; id: string; detailType: string } => {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line !== 'object' || line === null) return { time: undefined, id: '', detailType: '' };
    const time = 'time' in line ? readInstant(line.time) : undefined;
    const id = ('id' in line ? idIn(line.id) : undefined) ?? '';
    const type = 'detail-type' in line && typeof line['detail-type'] === 'string' ? line['detail-type'] : '';
    return { time, id, detailType: type };
  } catch {
    return { time: undefined, id: '', detailType: '' };
  }
};

type ReadAt = (position: number, length: number) => Buffer;

/** Whether some lines are not read as they stand: those in UTF-16, and those that end as an old Mac's did. */
const hasOddLines = (size: number, readAt: ReadAt): boolean => {
  for (let position = 0; position < size; position += BLOCK) {
    const block = readAt(position, Math.min(BLOCK, size - position));
    if (block.includes(0) || block.includes(RETURN_BRACE)) return true;
  }
  return false;
};

/** Where it is told that a feed is not UTF-8. */
interface Told {
  write(text: string): unknown;
}

/** Only UTF-16 has bytes that are nought. */
const withoutUtf16 = (file: string, written: Buffer, stderr: Told | undefined): Buffer => {
  if (!written.includes(0)) return written;
  const { bytes, encoding, lines, all } = utf16LinesAsUtf8(written);
  if (lines > 0) stderr?.write(lines === all ? toldEncoding(file, encoding) : toldLines(file, encoding, lines));
  return bytes;
};

/** Lines that end as those of an old Mac did: before an event, before another end, and at the end of all. */
const withLineFeeds = (bytes: Buffer): Buffer => {
  let at = bytes.indexOf(RETURN);
  if (at === -1) return bytes;
  const all = Buffer.from(bytes);
  for (; at !== -1; at = all.indexOf(RETURN, at + 1))
    if (all[at + 1] === BRACE || all[at + 1] === RETURN || at + 1 === all.length) all[at] = NEWLINE;
  return all;
};

const reader = (
  file: string,
  stderr: Told | undefined,
): { readonly size: number; readonly readAt: ReadAt; readonly close: () => void } => {
  const fd = openSync(file, 'r');
  const stat = fstatSync(fd);
  const isLarge = stat.isFile() && stat.size > HELD_WHOLE;
  const readFile: ReadAt = (position, length) => {
    const buffer = Buffer.allocUnsafe(length);
    return buffer.subarray(0, readSync(fd, buffer, 0, length, position));
  };
  if (isLarge && !hasOddLines(stat.size, readFile))
    return { size: stat.size, readAt: readFile, close: () => closeSync(fd) };
  // A pipe cannot be read twice; a small file out of order would be read line by line.
  const written = readFileSync(fd);
  const all = withLineFeeds(withoutUtf16(file, written, stderr));
  return {
    size: all.length,
    readAt: (position, length) => all.subarray(position, position + length),
    close: () => closeSync(fd),
  };
};

const withoutMark = (bytes: Buffer): Buffer => bytes.subarray(markAt(bytes, 0)?.mark.length ?? 0);

const indexLines = (size: number, readAt: ReadAt, decoder: LineDecoder): Index => {
  const index: Index = { times: [], ids: [], detailTypes: [], offsets: [], lengths: [] };
  const interned = new Map<string, string>();
  let last: number | undefined;
  const add = (offset: number, line: Buffer): void => {
    // Some programs put a byte order mark before the first line, and files are joined: it is no part of a line.
    const bytes = withoutMark(line);
    const text = bytes.toString('utf8');
    if (text.trim() === '') return;
    decoder.look(bytes);
    const { time, id, detailType } = peek(text);
    last = time ?? last;
    const known = interned.get(detailType) ?? detailType;
    if (interned.size < 64) interned.set(known, known);
    index.times.push(last ?? Number.NaN);
    index.ids.push(id);
    index.detailTypes.push(known);
    index.offsets.push(offset + line.length - bytes.length);
    index.lengths.push(bytes.length);
  };
  let rest: Buffer = Buffer.alloc(0);
  let restAt = 0;
  for (let position = 0; position < size; position += BLOCK) {
    const block = Buffer.concat([rest, readAt(position, Math.min(BLOCK, size - position))]);
    let from = 0;
    for (let end = block.indexOf(NEWLINE, from); end !== -1; end = block.indexOf(NEWLINE, from)) {
      add(restAt + from, block.subarray(from, end));
      from = end + 1;
    }
    rest = block.subarray(from);
    restAt += from;
  }
  if (rest.length > 0) add(restAt, rest);
  return index;
};

/** The lines as they are delivered. Apart from `openFeed`, which would keep all ids for as long as it is read. */
const orderOf = ({ times, ids }: Index): Uint32Array => {
  const first = times.find((time) => !Number.isNaN(time)) ?? 0;
  for (let index = 0; Number.isNaN(times[index]); index += 1) times[index] = first;
  const at = (index: number): number => times[index] ?? first;
  const id = (index: number): string => ids[index] ?? '';
  return Uint32Array.from(times.keys()).sort(
    (a, b) => at(a) - at(b) || (id(a) < id(b) ? -1 : id(a) > id(b) ? 1 : a - b),
  );
};

/**
 * A feed of inbound events, one a line, in order: by time, ties by id, whatever the order of the lines; a
 * line without a readable time comes at the instant of the line before it, the first ones at that of the
 * first which has one. Of a large file only this order is held in memory. One that is not UTF-8 is told on `stderr`.
 */
export const openFeed = (file: string, stderr?: Told): Feed => {
  const { size, readAt, close } = reader(file, stderr);
  const decoder = createLineDecoder();
  const index = indexLines(size, readAt, decoder);
  stderr?.write(decoder.told(file));
  const order = orderOf(index);
  const { times, detailTypes, offsets, lengths } = index;
  const at = (line: number): number => times[line] ?? 0;
  const read = function* (): Iterable<FeedLine> {
    let block: Buffer = Buffer.alloc(0);
    let blockAt = 0;
    for (const index of order) {
      const offset = offsets[index] ?? 0;
      const length = lengths[index] ?? 0;
      if (offset < blockAt || offset + length > blockAt + block.length) {
        // Read ahead only where the file is in order.
        const sequential = offset >= blockAt && offset <= blockAt + block.length + 1;
        block = readAt(offset, sequential ? Math.max(length, BLOCK) : length);
        blockAt = offset;
      }
      const text = decoder.text(block.subarray(offset - blockAt, offset - blockAt + length));
      yield { at: at(index), detailType: detailTypes[index] ?? '', text };
    }
  };
  const start = order.length === 0 ? undefined : at(order[0] ?? 0);
  return { lines: order.length, start, years: usedYears(times), read, close };
};
