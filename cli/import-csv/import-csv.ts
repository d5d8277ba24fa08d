import { createReadStream, createWriteStream, fstatSync, openSync, type Stats, statSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { counted } from '../../shared/domain/language/counted.ts';
import { UnusableInput, UsageError } from '../command-line/failure.ts';
import { createOutput } from '../output.ts';
import { createProgress } from '../progress.ts';
import { nameOfColumn } from './column-name.ts';
import { createConverter } from './convert-row.ts';
import { createLaterHeaders } from './later-headers.ts';
import { readLines } from './read-lines.ts';
import { readMap } from './read-map.ts';
import { guessDelimiter, oddQuotes, parseHeader, readRows } from './read-rows.ts';
import { readText } from './read-text.ts';

export interface ImportOptions {
  readonly file: string;
  readonly map: string;
  /** Where the feed goes; stdout if absent. */
  readonly out?: string;
  /** Whether events say that they are part of a bulk. */
  readonly bulk?: boolean;
}

export interface Streams {
  readonly stdout: Writable;
  readonly stderr: { readonly isTTY?: boolean; write(text: string): unknown };
}

interface Table {
  readonly stat: Stats;
  pieces(): AsyncGenerator<Buffer>;
  /** How far it is read, from 0 to 1, where that can be known. */
  share(): number | undefined;
  close(): void;
}

const openTable = (file: string): Table => {
  const fd = openSync(file, 'r');
  const stat = fstatSync(fd);
  const stream = createReadStream('', { fd });
  let read = 0;
  const pieces = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) continue;
      read += chunk.length;
      yield chunk;
    }
  };
  return {
    stat,
    pieces,
    share: () => (stat.isFile() && stat.size > 0 ? read / stat.size : undefined),
    close: () => stream.destroy(),
  };
};

/** Opens it to write, unless it is the table or the map: these would be gone before they are read. */
const openFile = (path: string, sources: readonly Stats[]): Writable => {
  const known = statSync(path, { throwIfNoEntry: false });
  if (known?.isFile() && sources.some(({ dev, ino }) => dev === known.dev && ino === known.ino))
    throw new UsageError(`--out '${path}' is what is read: name another file`);
  try {
    return createWriteStream('', { fd: openSync(path, 'w') });
  } catch (error) {
    throw new UsageError(
      `--out '${path}' cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
};

interface FirstLines {
  /** One line, or several where a quoted cell runs over line ends. */
  readonly header: string;
  /** The separator that the table itself names. */
  readonly hint?: string;
  readonly count: number;
}

/** Lines that a header may run over: beyond them, a quote was never closed. */
const LONGEST_HEADER = 100;

const firstLines = async (lines: AsyncGenerator<string>, skip: number): Promise<FirstLines> => {
  let hint: string | undefined;
  let header: string | undefined;
  for (let count = 1; ; count += 1) {
    const next = await lines.next();
    if (header !== undefined) {
      if (!next.done) header += `\n${next.value}`;
      if (next.done || !oddQuotes(header) || count > skip + LONGEST_HEADER)
        return { header, count, ...(hint === undefined ? {} : { hint }) };
      continue;
    }
    if (next.done) throw new UnusableInput('the table is empty: it has no header');
    // What Excel writes above a header for Excel; as wide as the table once it was saved by Excel again.
    const sep = /^"?sep=(.)"?\1*$/i.exec(next.value)?.[1];
    if (count === 1 && sep !== undefined) hint = sep;
    else if (count <= skip || next.value.trim() === '') continue;
    else if (oddQuotes(next.value)) header = next.value;
    else return { header: next.value, count, ...(hint === undefined ? {} : { hint }) };
  }
};

const importTable = async (table: Table, options: ImportOptions, { stdout, stderr }: Streams): Promise<boolean> => {
  const { map, checkColumns } = readMap(options.map);
  const progress = createProgress(stderr, { now: Date.now });
  const text = readText(table.pieces(), {
    file: options.file,
    ...(map.encoding === undefined ? {} : { encoding: map.encoding }),
    tell: (told) => {
      progress.clear();
      stderr.write(told);
    },
  });
  const lines = readLines(text);
  const { header: headerLine, hint, count } = await firstLines(lines, map.skip);
  const delimiter = map.delimiter ?? hint ?? guessDelimiter(headerLine);
  const header = parseHeader(headerLine, delimiter);
  if (header === undefined)
    throw new UnusableInput(`${options.file}:${count} the header opens a quote and never closes it`);
  checkColumns(header);

  const target = options.out === undefined ? stdout : openFile(options.out, [table.stat, statSync(options.map)]);
  const output = createOutput(target);
  const convert = createConverter(map, header, options.bulk);
  let rows = 0;
  let bad = 0;
  let events = 0;
  const underFirst = createLaterHeaders(header.map(nameOfColumn));
  for await (const read of readRows(lines, { delimiter, width: header.length, firstLine: count + 1 })) {
    const row = underFirst(read);
    if (row === undefined) continue;
    rows += 1;
    const converted = 'problem' in row ? row : convert(row.cells, row.line);
    if ('problem' in converted) {
      const short = 'short' in row && row.short !== undefined ? `${row.short}; ` : '';
      bad += 1;
      progress.clear();
      stderr.write(`${options.file}:${row.line} ${short}${converted.problem}\n`);
    } else {
      events += converted.lines.length;
      converted.lines.forEach(output.line);
      await output.flush();
    }
    progress.show(table.share(), () => `${counted(rows, 'row')}, ${bad} bad`);
  }
  await output.flush(true);
  if (target !== stdout) {
    target.end();
    await finished(target);
  }
  progress.clear();
  stderr.write(`${counted(rows, 'row')}: ${rows - bad} became ${counted(events, 'event')}, ${bad} bad\n`);
  return rows === 0 || bad < rows;
};

/**
 * Turns a table into a feed. Bad rows are told by line and left out. Answers whether any row was good, or
 * there was none. Throws WrongMap, UnusableInput and UsageError.
 */
export const importCsv = async (options: ImportOptions, streams: Streams): Promise<boolean> => {
  const table = openTable(options.file);
  try {
    return await importTable(table, options, streams);
  } finally {
    table.close();
  }
};
