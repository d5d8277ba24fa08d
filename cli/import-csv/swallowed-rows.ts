/** What a cell looks like, if that says what it is: `2026-11-16 10:00` and `2025-1-2 9:30` are alike, and so are e-mail addresses. */
const shapeOf = (cell: string): string | undefined => {
  if (/^\s*\S+@\S+\s*$/.test(cell)) return '@';
  const shape = cell
    .trim()
    .replace(/\p{L}+/gu, 'a')
    .replace(/\d+/g, '9');
  return shape.includes('9') ? shape : undefined;
};

/** So many cells of a text are not alike by chance. */
const ALIKE = 2;

/**
 * Whether a quoted cell has lines in it that look like rows of their own, by the row that it belongs to: its quote was
 * never closed, and another row's closed it.
 */
export const hasSwallowedRows = (cells: readonly string[], lines: readonly string[], delimiter: string): boolean => {
  const shapes = cells.map(shapeOf);
  const telling = shapes.filter((shape) => shape !== undefined).length;
  return lines.some((line) => {
    const parts = line.split(delimiter);
    if (parts.length !== cells.length) return false;
    const alike = parts.filter((part, i) => shapes[i] !== undefined && shapeOf(part) === shapes[i]).length;
    return alike >= ALIKE && alike * 2 > telling;
  });
};
