import { UnusableInput } from '../command-line/failure.ts';
import { createPieceDecoder, isOneByte } from '../encoding/decode-pieces.ts';
import { createLineDecoder } from '../encoding/line-decoder.ts';
import { markedEncoding, toldEncoding } from '../encoding/marked-encoding.ts';
import { inPieces, inWholeLines } from './read-pieces.ts';

export interface TextOptions {
  readonly file: string;
  /** As the map says it; found if absent. */
  readonly encoding?: string;
  /** Called for what is not UTF-8, nor in the encoding that the map says. */
  readonly tell: (text: string) => void;
}

const PIECE = 1 << 16;

/** So far is looked ahead from the first line that is not UTF-8, or may be none: the more of them, the surer their encoding is found. */
const AHEAD = 1 << 20;

async function* readOneEncoding(pieces: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = createPieceDecoder(encoding);
  for await (const piece of pieces) yield decoder.piece(piece);
  yield decoder.end();
}

async function* readLineByLine(
  pieces: AsyncIterable<Buffer>,
  encoding: string | undefined,
  { file, tell }: TextOptions,
): AsyncGenerator<string> {
  const decoder = createLineDecoder(encoding);
  let waiting: Buffer[] = [];
  let held = 0;
  let said = '';
  const say = (): void => {
    const told = decoder.told(file);
    if (told !== said) tell(told);
    said = told;
  };
  const take = function* (): Generator<string> {
    if (decoder.others > 0 && !decoder.hasUtf8) {
      if (decoder.encoding() === undefined)
        throw new UnusableInput(
          'the table is not UTF-8, and its encoding cannot be found: say it in the map, such as encoding: windows-1250',
        );
      // Now: a header may be wrong because of it.
      say();
    }
    for (const piece of waiting) yield decoder.text(piece);
    waiting = [];
  };
  for await (const piece of inWholeLines(pieces)) {
    decoder.look(piece);
    waiting.push(piece);
    const mustWait = decoder.others > 0 || (decoder.hasUnsure && !decoder.hasUtf8);
    if (mustWait) held += piece.length;
    if (!mustWait || held >= AHEAD) yield* take();
  }
  yield* take();
  say();
}

/**
 * The text of a table that comes in pieces. A byte order mark counts before all else. Each line is UTF-8, or in the
 * encoding that the map says or that is found; where the map says one whose characters have several bytes, all is in it.
 * Throws UnusableInput where it cannot be found.
 */
export async function* readText(chunks: AsyncIterable<Buffer>, options: TextOptions): AsyncGenerator<string> {
  const pieces = inPieces(chunks, PIECE);
  const first = await pieces.next();
  const start: Buffer = first.done ? Buffer.alloc(0) : first.value;
  const all = (async function* (): AsyncGenerator<Buffer> {
    yield start;
    yield* pieces;
  })();
  const said = options.encoding === undefined ? undefined : createPieceDecoder(options.encoding).encoding;
  const marked = markedEncoding(start);
  const isWhole = said !== undefined && !isOneByte(said);
  if (marked !== undefined && marked !== 'utf-8') {
    if (marked !== said) options.tell(toldEncoding(options.file, marked));
    yield* readOneEncoding(all, marked);
  } else if (isWhole && marked === undefined) yield* readOneEncoding(all, said);
  else yield* readLineByLine(all, isWhole ? undefined : said, options);
}
