import type { Scalar } from '../../domain/condition/condition.ts';
import { foldText } from '../../domain/condition/fold-case.ts';
import { quote } from '../../domain/language/quote.ts';
import type { CellValue, MappedValue } from '../../domain/source/mapped-value.ts';
import { tidy } from '../characters.ts';
import { readFlag } from '../flag.ts';
import { readNumber } from '../number.ts';
import { type Reading, read } from '../reading.ts';

/** A row that no event can be made of; the message says why. */
export class BadRow extends Error {
  readonly code = 'BAD_ROW';
  constructor(message: string) {
    super(message);
    this.name = 'BadRow';
  }
}

export type Cells = readonly string[];
/** What a row gives; undefined leaves it out. Throws BadRow. */
export type Read<T> = (cells: Cells) => T | undefined;
/** Where a column stands; undefined if there is no such column. */
export type IndexOf = (column: string) => number | undefined;

const TEMPLATE = /\{\{|\}\}|\{([^{}]*)\}/g;

/** The columns that a template names. */
export const columnsOfTemplate = (template: string): readonly string[] =>
  [...template.matchAll(TEMPLATE)].flatMap(([, column]) => (column === undefined ? [] : [column.trim()]));

/** The columns that a value of a map names. */
export const columnsOfValue = (value: MappedValue): readonly string[] => {
  if (typeof value === 'string') return columnsOfTemplate(value);
  if (typeof value !== 'object') return [];
  return 'column' in value ? [value.column] : columnsOfTemplate(value.template);
};

/**
 * What a cell says: trimmed, in NFC, without what spreadsheets put around a text so that it stays one (`="01067"`,
 * `'+49`). An empty cell says nothing, nor does `\\N`, MySQL's null.
 */
export const textOfCell = (cell: string | undefined): string | undefined => {
  const text = cell?.trim().normalize('NFC') ?? '';
  // Most cells begin with none of these.
  if (!"\\='".includes(text.charAt(0))) return text;
  if (text === '\\N') return undefined;
  const [, formula] = /^="([^"]*)"$/.exec(text) ?? [];
  return (formula ?? text.replace(/^'(?=[\d+=@-])/, '')).trim() || undefined;
};

/** Throws BadRow for bytes that were no characters. */
export const readColumn = (column: string, indexOf: IndexOf): Read<string> => {
  const index = indexOf(column) ?? -1;
  return (cells) => {
    const text = textOfCell(cells[index]);
    if (text?.includes('\uFFFD'))
      throw new BadRow(`${column}: ${quote(text)} has bytes of another encoding: save the table as UTF-8`);
    return text;
  };
};

/** A text with cells in it; with any of them empty it says nothing. A brace itself is written twice. */
export const readTemplate = (template: string, indexOf: IndexOf): Read<string> => {
  const pieces: Read<string>[] = [];
  let end = 0;
  for (const match of template.matchAll(TEMPLATE)) {
    const before = template.slice(end, match.index);
    const text = before + (match[0] === '{{' ? '{' : match[0] === '}}' ? '}' : '');
    if (text !== '') pieces.push(() => text);
    if (match[1] !== undefined) pieces.push(readColumn(match[1].trim(), indexOf));
    end = match.index + match[0].length;
  }
  const rest = template.slice(end);
  if (rest !== '' || pieces.length === 0) pieces.push(() => rest);
  return (cells) => {
    let text = '';
    for (const piece of pieces) {
      const part = piece(cells);
      if (part === undefined) return undefined;
      text += part;
    }
    return text;
  };
};

const convert = (text: string, { as, decimal }: CellValue): Reading<Scalar> => {
  switch (as) {
    case 'text':
      return read(text);
    case 'number':
      return readNumber(text, { decimal });
    case 'flag':
      return readFlag(text);
  }
};

const WANTED = {
  text: 'text',
  number: 'a number',
  flag: 'yes or no (map: { aye: true, nay: false } tells other words)',
} as const satisfies Record<CellValue['as'], string>;

/** What texts of a map are compared by. */
const keyOf = (text: string): string => foldText(tidy(text));

/** Takes off the first of the beginnings that the text has. */
const stripBy = (beginnings: readonly string[], text: string): string | undefined => {
  const beginning = beginnings.find((one) => text.startsWith(one)) ?? '';
  return text.slice(beginning.length).trim() || undefined;
};

const readCell = (value: CellValue, indexOf: IndexOf): Read<Scalar> => {
  const [raw, what] =
    'column' in value
      ? [readColumn(value.column, indexOf), value.column]
      : [readTemplate(value.template, indexOf), value.template];
  const mapped = value.map && new Map(Object.entries(value.map).map(([text, to]) => [keyOf(text), to]));
  return (cells) => {
    const written = raw(cells);
    const text = written === undefined ? undefined : stripBy(value.strip, written);
    if (text === undefined) return value.default;
    const known = mapped?.get(keyOf(text));
    if (known === null) return undefined;
    if (known !== undefined) return known;
    if (mapped !== undefined && value.unmapped === 'refuse') {
      throw new BadRow(`${what}: the map does not say what ${quote(text)} is`);
    }
    if (mapped !== undefined && value.unmapped === 'leave-out') return undefined;
    const reading = convert(text, value);
    if ('value' in reading) return reading.value;
    if ('absent' in reading) return value.default;
    throw new BadRow(`${what}: expected ${WANTED[value.as]}, got ${quote(text)}`);
  };
};

/** What a value of the map is for a row. */
export const readValue = (value: MappedValue, indexOf: IndexOf): Read<Scalar> => {
  if (typeof value === 'object') return readCell(value, indexOf);
  if (typeof value === 'string') return readTemplate(value, indexOf);
  return () => value;
};
