import { CsvError, parse } from 'csv-parse/sync';
import { writtenName } from './column-name.ts';
import { LONGEST } from './read-lines.ts';
import { hasSwallowedRows } from './swallowed-rows.ts';

/** A row of a table as it stands in the file; `line` is its first, from 1. */
export type Row =
  | {
      readonly line: number;
      readonly cells: readonly string[] /** How it differs from the header. */;
      readonly short?: string;
    }
  | { readonly line: number; readonly problem: string; readonly cells?: readonly string[] };

export interface RowOptions {
  readonly delimiter: string;
  /** How many cells a row must have. */
  readonly width: number;
  /** The number of the first of the lines. */
  readonly firstLine: number;
}

/** Lines parsed at once: most rows are one line each. */
const ROWS_AT_ONCE = 256;
/** How far a quoted cell may run: beyond it, a quote was never closed. */
const LONGEST_ROW = 1_000;

/** How a quote stands in a quoted cell: doubled, behind a backslash, or any way, as texts have it that nobody quoted. */
type Quotes = 'doubled' | 'escaped' | 'any';

const parseText = (text: string, delimiter: string, quotes: Quotes): readonly string[][] | undefined => {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: quotes === 'any',
      escape: quotes === 'escaped' ? '\\' : '"',
    });
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
};

const hasEscapes = (text: string): boolean => text.includes('\\"');

const tryParse = (text: string, delimiter: string, relaxed = true): readonly (readonly string[])[] | undefined => {
  // Without a quote a row is what stands between its delimiters: the parser costs ten times as much for a row alone.
  if (text !== '' && !/["\n]/.test(text)) return [text.split(delimiter)];
  if (!hasEscapes(text)) return parseText(text, delimiter, relaxed ? 'any' : 'doubled');
  // `"C:\"` is a text that ends with a backslash; what is no row like this is one of MySQL.
  const strictly = parseText(text, delimiter, 'doubled') ?? parseText(text, delimiter, 'escaped');
  return strictly ?? (relaxed ? parseText(text, delimiter, 'any') : undefined);
};

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

export const oddQuotes = (line: string): boolean => (line.split('"').length - 1) % 2 === 1;

/** Whether a quoted cell runs on at the end of a line. A quote opens one only where a cell begins: `24" screens` is a text. */
const isOpenAfter = (line: string, delimiter: string, before: boolean): boolean => {
  if (!line.includes('"')) return before;
  let open = before;
  let atStart = !open;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at];
    if (sign !== '"') atStart = !open && sign === delimiter;
    else if (open && line[at + 1] === '"') at += 1;
    else {
      open = open ? false : atStart;
      atStart = false;
    }
  }
  return open;
};

const wrongWidth = (cells: readonly string[], width: number): string =>
  `${cells.length} cell${cells.length === 1 ? '' : 's'} where the header has ${width}`;

/** Which of the characters that separate cells in the world's exports this header was written with, quoted text aside. */
export const guessDelimiter = (header: string): string => {
  const unquoted = header.replace(/"(?:[^"]|"")*"/g, '');
  const width = (delimiter: string): number => unquoted.split(delimiter).length;
  // Where two are as frequent, the comma is part of what the cells say.
  return ['\t', ';', '|', ','].reduce((best, one) => (width(one) > width(best) ? one : best));
};

export const parseHeader = (line: string, delimiter: string): readonly string[] | undefined =>
  tryParse(line, delimiter)?.[0]?.map(writtenName);

interface Taken {
  readonly row: Row;
  /** How many lines it took. */
  readonly lines: number;
}

/**
 * The row that begins with the first of the lines, one or more where a quoted cell runs over line ends.
 * Undefined where more lines are needed to tell. A row that is bad costs one line: the next may be good.
 */
const takeRow = (lines: readonly string[], line: number, last: boolean, options: RowOptions): Taken | undefined => {
  const { delimiter, width } = options;
  // It was cut.
  if ((lines[0]?.length ?? 0) >= LONGEST)
    return { row: { line, problem: 'the line is longer than a million characters' }, lines: 1 };
  const unclosed: Taken = { row: { line, problem: 'a quote is opened and never closed' }, lines: 1 };
  let open = false;
  for (let count = 1; count <= Math.min(lines.length, LONGEST_ROW); count += 1) {
    open = isOpenAfter(lines[count - 1] ?? '', delimiter, open);
    if (open) continue;
    // A quote within a cell is one of several lines only if it is doubled: another row's would close what was never closed.
    const text = lines.slice(0, count).join('\n');
    const records = tryParse(text, delimiter, count === 1);
    if (records === undefined) {
      // A quote that stands wrongly in several lines stands so in more of them too, unless one of these escapes it.
      if (count > 1 && !hasEscapes(text)) return unclosed;
      continue;
    }
    const cells = records[0] ?? [''];
    if (hasSwallowedRows(lines.slice(0, count), width, delimiter)) return unclosed;
    if (isBlank(cells.slice(width)) || isBlank(cells)) {
      // A row of one line may leave off its last cells; of several, a quote may have been closed by another row's.
      if (cells.length >= width || isBlank(cells)) return { row: { line, cells: cells.slice(0, width) }, lines: count };
      if (count === 1) return { row: { line, cells, short: wrongWidth(cells, width) }, lines: 1 };
    }
    return { row: { line, problem: wrongWidth(cells, width), cells }, lines: 1 };
  }
  return !last && lines.length < LONGEST_ROW ? undefined : unclosed;
};

/** The rows under a header, with constant memory; empty ones are passed over. */
export async function* readRows(lines: AsyncIterable<string>, options: RowOptions): AsyncGenerator<Row> {
  let waiting: string[] = [];
  let line = options.firstLine;

  const drain = function* (last: boolean): Generator<Row> {
    const text = waiting.join('\n');
    // How a quote is written is found row by row.
    const isAlone = hasEscapes(text) || text.length >= LONGEST;
    const together = isAlone ? undefined : tryParse(text, options.delimiter);
    const plain = together?.length === waiting.length && together.every((cells) => cells.length === options.width);
    if (plain) {
      for (const cells of together) {
        if (!isBlank(cells)) yield { line, cells };
        line += 1;
      }
      waiting = [];
      return;
    }
    let done = 0;
    while (done < waiting.length) {
      const taken = takeRow(waiting.slice(done, done + LONGEST_ROW), line, last, options);
      if (taken === undefined) break;
      if ('problem' in taken.row || !isBlank(taken.row.cells)) yield taken.row;
      done += taken.lines;
      line += taken.lines;
    }
    waiting = waiting.slice(done);
  };

  let wanted = ROWS_AT_ONCE;
  for await (const next of lines) {
    waiting.push(next);
    if (waiting.length < wanted) continue;
    yield* drain(false);
    // What is left began with a quote that is still open.
    wanted = waiting.length + ROWS_AT_ONCE;
  }
  if (waiting.length > 0) yield* drain(true);
}
