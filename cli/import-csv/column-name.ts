/** Zero-width signs, marks of direction and soft hyphens, which nobody sees. */
const UNSEEN = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/g;

/** Spaces that do not break a line. */
const FIXED_SPACES = /[\u00A0\u2007\u202F]/g;

/** What a cell of a header calls its column, as it is written. */
export const writtenName = (cell: string): string => cell.trim().normalize('NFC');

/** The same as a person sees it. Its line ends stay. */
export const nameOfColumn = (cell: string): string =>
  cell.replace(UNSEEN, '').replace(FIXED_SPACES, ' ').normalize('NFC').trim();

/**
 * Where columns stand that are called so, under a header as it is written: as a person sees it, unless one is written
 * exactly like it.
 */
export const positionsIn = (header: readonly string[]): ((column: string) => readonly number[]) => {
  const seen = header.map(nameOfColumn);
  const at = (names: readonly string[], wanted: string): readonly number[] =>
    names.flatMap((name, i) => (name === wanted ? [i] : []));
  return (column) => {
    const exact = at(header, column);
    return exact.length > 0 ? exact : at(seen, nameOfColumn(column));
  };
};
