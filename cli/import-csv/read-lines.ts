/** Longer lines are cut: a file without line ends must not fill the memory. */
const LONGEST = 1 << 20;

/** The lines of a text that comes in pieces, without their ends; the last one too, if it has no end. */
export async function* readLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', from)) {
      const line = rest + piece.slice(from, end);
      yield line.endsWith('\r') ? line.slice(0, -1) : line;
      rest = '';
      from = end + 1;
    }
    if (rest.length < LONGEST) rest += piece.slice(from, from + LONGEST);
  }
  if (rest !== '') yield rest;
}
