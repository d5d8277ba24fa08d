import { quote } from '../../shared/agreement/checks/finding.ts';
import type { Scalar } from '../../shared/domain/condition/condition.ts';
import type { CellValue, Value } from './map.ts';

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

/** Trimmed; an empty cell says nothing. */
export const readColumn = (column: string, indexOf: IndexOf): Read<string> => {
  const index = indexOf(column) ?? -1;
  return (cells) => cells[index]?.trim() || undefined;
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

const readNumber = (text: string, decimal: CellValue['decimal']): number | undefined => {
  const plain = text.replace(/[\s\u00A0\u202F'’$€£¥]/g, '').replaceAll(decimal === '.' ? ',' : '.', '');
  const number = Number(plain.replace(',', '.'));
  return plain === '' || Number.isNaN(number) ? undefined : number;
};

const FLAGS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  y: true,
  '1': true,
  x: true,
  false: false,
  no: false,
  n: false,
  '0': false,
};

const convert = (text: string, { as, decimal }: CellValue): Scalar | undefined => {
  switch (as) {
    case 'text':
      return text;
    case 'number':
      return readNumber(text, decimal);
    case 'flag':
      return FLAGS[text.toLowerCase()];
  }
};

const WANTED = { text: 'text', number: 'a number', flag: 'yes or no' } as const;

const readCell = (value: CellValue, indexOf: IndexOf): Read<Scalar> => {
  const [raw, what] =
    'column' in value
      ? [readColumn(value.column, indexOf), value.column]
      : [readTemplate(value.template, indexOf), value.template];
  const mapped = value.map && new Map(Object.entries(value.map).map(([text, to]) => [text.trim().toLowerCase(), to]));
  return (cells) => {
    const text = raw(cells);
    if (text === undefined) return value.default;
    const known = mapped?.get(text.toLowerCase());
    if (known === null) return undefined;
    if (known !== undefined) return known;
    if (mapped !== undefined && value.unmapped === 'refuse') {
      throw new BadRow(`${what}: the map does not say what ${quote(text)} is`);
    }
    if (mapped !== undefined && value.unmapped === 'leave-out') return undefined;
    const converted = convert(text, value);
    if (converted === undefined) throw new BadRow(`${what}: expected ${WANTED[value.as]}, got ${quote(text)}`);
    return converted;
  };
};

/** What a value of the map is for a row. */
export const readValue = (value: Value, indexOf: IndexOf): Read<Scalar> => {
  if (typeof value === 'object') return readCell(value, indexOf);
  if (typeof value === 'string') return readTemplate(value, indexOf);
  return () => value;
};
