/** Signs that also stand between letters: `O’Brien`, `Paris–Lyon`, `col·lecció`. */
const BETWEEN_LETTERS = '’‘´·–—\u00A0\u00AD';

const ODD = [
  // Bytes that are no character, and signs that names and texts do not hold.
  /[\u0080-\u009F¤¦¬ˆ˜¨¯¸ƒ†‡¶¢]/gu,
  new RegExp(`(?<=\\p{L})[^\\p{L}\\0-\\x7F${BETWEEN_LETTERS}](?=\\p{L})`, 'gu'),
  // Bytes of Chinese, Japanese and Korean.
  /[¡-©«-´¶-¹»-¿]{3,}/gu,
  // A Western capital after a small letter, and Ÿ beside one: é and ü of a Mac.
  /(?<=\p{Ll})[À-ÖØ-ÞŠŽŒ]|Ÿ(?=\p{Ll})|(?<=\p{Ll})Ÿ/gu,
  // What opens a quotation, or an amount, behind a letter: é and ä of DOS.
  /(?<=\p{L})[‚„€£¡¿]/gu,
  // ł of Windows-1250.
  /(?<=\p{L}{3})³/gu,
];

/** How many characters of a text are odd where they stand: its bytes are of another encoding than it was read in. */
export const countOdd = (text: string): number =>
  ODD.flatMap((pattern) => text.match(pattern) ?? []).reduce((sum, { length }) => sum + length, 0);
