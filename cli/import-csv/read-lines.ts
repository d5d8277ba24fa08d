/** Longer lines are cut: a file without line ends must not fill the memory. */
const LONGEST = 1 << 20;

/**
 * The lines of a text that comes in pieces, without their ends: CR LF, LF, or CR alone as spreadsheets on a Mac write
 * it. The last one too, if it has no end.
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
      yield rest;
      rest = next;
    }
  }
  if (rest !== '' || held !== '') yield rest;
}
