import { nameOfColumn } from './column-name.ts';
import type { Row } from './read-rows.ts';

/** A later header where its columns are others than those of the first. */
const OTHER = 'a header with other columns begins here: import what follows as another table';

interface Later {
  readonly line: number;
  /** Where each column of the first header stands; undefined where the columns are others. */
  readonly order: readonly number[] | undefined;
}

/** No name of a column that is not known, but a lead's: an address, or a date or a number. */
const DATA = /[@\p{N}]|:\/\/|^www\./iu;

const countsOf = (names: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

const withoutEmptyEnd = (names: readonly string[]): readonly string[] =>
  names.slice(0, names.findLastIndex((name) => name !== '') + 1);

/**
 * Whether a row names columns, and says nothing else. Forms write an option's label, which is its column's name, into
 * the cell of who ticked it: such a row has a lead's data beside it, or cells that are empty.
 */
const createLooksLikeHeader = (header: readonly string[]): ((names: readonly string[]) => boolean) => {
  const known = countsOf(header);
  const width = header.filter((name) => name !== '').length;
  return (names) => {
    if (names.filter((name) => known.has(name)).length < 2) return false;
    const counts = countsOf(withoutEmptyEnd(names));
    const named = [...counts.keys()].filter((name) => name !== '' && known.has(name));
    if (named.length < 2 || named.length * 2 < width) return false;
    if ([...counts].some(([name, count]) => count > (known.get(name) ?? (name === '' ? 0 : 1)))) return false;
    const unknown = [...counts.keys()].filter((name) => !known.has(name));
    return unknown.length === 0 || (named.length * 2 > width && !unknown.some((name) => DATA.test(name)));
  };
};

const orderIn = (names: readonly string[], header: readonly string[]): readonly number[] | undefined => {
  const order = header.map((name) => names.indexOf(name));
  const isSame = names.length === header.length && new Set(order).size === header.length && !order.includes(-1);
  return isSame ? order : undefined;
};

/**
 * Files are joined with their headers, and each may have its columns in another order. Gives each row as it would
 * stand under the first header; undefined for a header.
 */
export const createLaterHeaders = (header: readonly string[]): ((row: Row) => Row | undefined) => {
  const looksLikeHeader = createLooksLikeHeader(header);
  let later: Later | undefined;
  return (row) => {
    const { line, cells = [] } = row;
    const names = cells.map(nameOfColumn);
    if (looksLikeHeader(names)) {
      const isFirst = names.length === header.length && names.every((name, i) => name === header[i]);
      later = isFirst ? undefined : { line, order: orderIn(names, header) };
      return isFirst || later?.order !== undefined ? undefined : { line, problem: OTHER };
    }
    if (later === undefined) return row;
    const { order } = later;
    if (order === undefined)
      return { line, problem: `below the header of line ${later.line}, which has other columns` };
    return 'problem' in row ? row : { ...row, cells: order.map((at) => row.cells[at] ?? '') };
  };
};
