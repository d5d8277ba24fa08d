import { nameOfColumn } from './column-name.ts';
import type { Row } from './read-rows.ts';

/** A later header where its columns are others than those of the first. */
const OTHER = 'a header with other columns begins here: import what follows as another table';

interface Later {
  readonly line: number;
  /** Where each column of the first header stands; undefined where the columns are others. */
  readonly order: readonly number[] | undefined;
}

/** Half of the columns are named in it, and two at least: no lead is called like them. */
const looksLikeHeader = (names: readonly string[], header: ReadonlySet<string>): boolean => {
  const named = new Set(names.filter((name) => name !== '' && header.has(name)));
  return named.size > 1 && named.size * 2 >= header.size;
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
  const known = new Set(header.filter((name) => name !== ''));
  let later: Later | undefined;
  return (row) => {
    const { line, cells = [] } = row;
    const names = cells.map(nameOfColumn);
    if (looksLikeHeader(names, known)) {
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
