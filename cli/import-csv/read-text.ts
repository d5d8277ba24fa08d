import { TextDecoder } from 'node:util';
import { UnusableInput } from '../command-line/failure.ts';
import { findEncoding, markedEncoding } from '../encoding.ts';

export interface TextOptions {
  /** As the map says it; found if absent. */
  readonly encoding?: string;
  /** Called once for an encoding that is not UTF-8, nor the one that the map says. */
  readonly onFound: (encoding: string) => void;
}

/**
 * The text of a table that comes in pieces. A byte order mark counts before all else, then what the map says; else
 * the encoding is found from the first piece that is not all ASCII: until then all encodings are alike.
 * Throws UnusableInput where it cannot be found.
 */
export async function* readText(chunks: AsyncIterable<Buffer>, options: TextOptions): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  const decodeBy = (encoding: string): TextDecoder => {
    const found = new TextDecoder(encoding);
    const said = new TextDecoder(options.encoding).encoding;
    if (found.encoding !== said) options.onFound(encoding);
    return found;
  };
  let first = true;
  for await (const chunk of chunks) {
    if (first) {
      first = false;
      const marked = markedEncoding(chunk);
      const said = marked ?? options.encoding;
      if (said !== undefined) decoder = decodeBy(said);
    }
    if (decoder === undefined) {
      const found = findEncoding(chunk);
      if (found !== undefined && 'unknown' in found)
        throw new UnusableInput(
          'the table is not UTF-8, and its encoding cannot be found: say it in the map, such as encoding: windows-1250',
        );
      if (found === undefined) {
        yield chunk.toString('latin1');
        continue;
      }
      decoder = decodeBy(found.encoding);
    }
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder !== undefined) yield decoder.decode();
}
