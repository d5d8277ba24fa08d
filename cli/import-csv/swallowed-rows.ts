const ADDRESS = /^\s*\S+@\S+\s*$/;

/** A date, also with a time: numbers with signs between them, and hardly a word. */
const DATE = /^9\D{1,3}9\D{1,3}9/;

/** What a cell looks like, if that says what it is: `2026-11-16 10:00` and `2025-1-2 9:30` are alike, and so are e-mail addresses. */
const shapeOf = (cell: string): string | undefined => {
  if (ADDRESS.test(cell)) return '@';
  const shape = cell
    .trim()
    .replace(/\p{L}+/gu, 'a')
    .replace(/\d+/g, '9');
  return shape.includes('9') ? shape : undefined;
};

/** So many cells of a text are not alike by chance. */
const ALIKE = 2;

/** Numbers alone may be a list that somebody pasted. */
const isUnmistakable = (shape: string | undefined): boolean => shape === '@' || DATE.test(shape ?? '');

/**
 * Whether the lines of a row are rows of their own: its quote was never closed, and another row's closed it. Then each
 * of them, the first and the last too, is as wide as the header where no quote counts, and has the same kinds of cells.
 * Two lines alone do not tell it.
 */
export const hasSwallowedRows = (lines: readonly string[], width: number, delimiter: string): boolean => {
  const [first = [], ...more] = lines.map((line) => line.split(delimiter));
  if (first.length !== width || more.length < 2) return false;
  const shapes = first.map(shapeOf);
  const telling = shapes.filter((shape) => shape !== undefined).length;
  return more.every((parts) => {
    if (parts.length !== width) return false;
    const alike = shapes.filter((shape, i) => shape !== undefined && shapeOf(parts[i] ?? '') === shape);
    return alike.length >= ALIKE && alike.length * 2 > telling && alike.some(isUnmistakable);
  });
};
