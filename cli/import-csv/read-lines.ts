/** Longer lines are cut: a file without line ends must not fill the memory. */
export const LONGEST = 1 << 20;

/** Each of the files that a table was joined from may have one at its beginning. */
const withoutMark = (line: string): string => (line.startsWith('\uFEFF') ? line.slice(1) : line);

/**
 * The lines of a text that comes in pieces, without their ends: CR LF, LF, or CR alone as spreadsheets on a Mac write
 * it, and without byte order marks. The last one too, if it has no end.
 */
export async function* readLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  // Whether a CR ended the piece before: an LF may follow it.
  let held = '';
  for await (const piece of pieces) {
    const text = held + piece;
    held = text.endsWith('\r') ? '\r' : '';
    const [first = '', ...more] = (held === '' ? text : text.slice(0, -1)).split(/\r\n?|\n/);
    if (rest.length < LONGEST) rest += first.slice(0, LONGEST);
    for (const next of more) {
      yield withoutMark(rest);
      rest = next;
    }
  }
  if (rest !== '' || held !== '') yield withoutMark(rest);
}
