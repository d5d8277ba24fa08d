/** What a headline is made of; an empty piece is left out. */
export interface Pieces {
  /** Whose lead it is, where it goes to somebody else. */
  readonly owner: string;
  readonly name: string;
  /** The same name with fewer letters. */
  readonly shortName: string;
  readonly company: string;
  /** What made the lead hot, and how long ago. */
  readonly reason: string;
  readonly ago: string;
  readonly shortAgo: () => string;
  /** What counts most beside it. */
  readonly also: string;
  /** Whether the sentence is the one with the fewest letters, which names no owner. */
  readonly tight: boolean;
}

type Size = (text: string) => number;

/** With the least that still tells something: an optional text goes rather than be shorter. */
const cut = (text: string, over: number, size: Size, least: number): string => {
  const target = size(text) - over;
  return shorten(text, Math.max(target, least), size);
};

const cutOrDrop = (text: string, over: number, size: Size, least: number): string =>
  size(text) - over < least ? '' : shorten(text, size(text) - over, size);

/** `J. Featherstonehaugh` rather than `Jane Feathersto...` */
const cutName = ({ name, shortName }: Pieces, over: number, size: Size, least: number): string => {
  if (shortName === '' || size(shortName) >= size(name)) return cut(name, over, size, least);
  return cut(shortName, over - size(name) + size(shortName), size, least);
};

/** In the order in which pieces give way once `also` has, each by what the text is too long. Name, reason and deadline always stay. */
const GIVING_WAY: readonly ((pieces: Pieces, over: number, size: Size) => Partial<Pieces>)[] = [
  ({ shortAgo }) => ({ ago: shortAgo() }),
  ({ company }, over, size) => ({ company: cutOrDrop(company, over, size, 8) }),
  ({ owner }, over, size) => ({ owner: cut(owner, over, size, 12) }),
  () => ({ tight: true }),
  () => ({ ago: '' }),
  ({ reason }, over, size) => ({ reason: cut(reason, over, size, 16) }),
  (pieces, over, size) => ({ name: cutName(pieces, over, size, 14) }),
];

/** A text that fits; whole where it names all but what counts beside the first reason. */
export interface Fitted {
  readonly text: string;
  readonly isWhole: boolean;
}

/** Says the pieces in at most `room`, as `size` measures it, giving up the least important first. */
export function fitPieces(pieces: Pieces, say: (pieces: Pieces) => string, room: number, size: Size): Fitted {
  const whole = say(pieces);
  if (size(whole) <= room) return { text: whole, isWhole: true };
  let fitting: Pieces = { ...pieces, also: '' };
  let text = say(fitting);
  const isWhole = size(text) <= room;
  for (const give of GIVING_WAY) {
    const over = size(text) - room;
    if (over <= 0) break;
    fitting = { ...fitting, ...give(fitting, over, size) };
    text = say(fitting);
  }
  // Whatever a transliteration makes of the words, the room is kept.
  return { text: shorten(text, room, size), isWhole };
}

/** Cut to `room` with three dots, between words where that does not cost more than half. */
export function shorten(text: string, room: number, size: Size): string {
  if (size(text) <= room) return text;
  let kept = '';
  for (const char of text) {
    if (size(`${kept}${char}...`) > room) break;
    kept += char;
  }
  const next = `${kept}${text.charAt(kept.length)}`;
  const lastEnd = Math.max(next.lastIndexOf(' '), next.lastIndexOf('-'));
  const whole = lastEnd > kept.length / 2 ? kept.slice(0, lastEnd) : kept;
  return `${whole.replace(/[\s.,:;-]+$/, '')}...`;
}
