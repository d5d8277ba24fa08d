/** Zero-width signs, marks of direction and soft hyphens, which nobody sees. */
const UNSEEN = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/g;

/** Spaces that do not break a line. */
const FIXED_SPACES = /[\u00A0\u2007\u202F]/g;

/** A text of a header, or of a map that names its columns, as a person sees it. Its line ends stay. */
export const asSeen = (text: string): string => text.replace(UNSEEN, '').replace(FIXED_SPACES, ' ').normalize('NFC');

/** What a cell of a header calls its column. */
export const nameOfColumn = (cell: string): string => asSeen(cell).trim();
