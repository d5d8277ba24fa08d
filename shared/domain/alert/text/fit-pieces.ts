/** What a headline is made of; an empty piece is left out. */
export interface Pieces {
  readonly owner: string;
  readonly name: string;
  readonly company: string;
  readonly reason: string;
}

/** In the order in which they give way, with the least that still tells something; optional ones then go. */
const GIVING_WAY = [
  { piece: 'reason', least: 16, optional: true },
  { piece: 'company', least: 8, optional: true },
  { piece: 'owner', least: 16, optional: false },
  { piece: 'name', least: 14, optional: false },
] as const;

/** Says the pieces in at most `room`, as `size` measures it, shortening the least important first. */
export function fitPieces(
  pieces: Pieces,
  say: (pieces: Pieces) => string,
  room: number,
  size: (text: string) => number,
): string {
  let fitting = pieces;
  for (const { piece, least, optional } of GIVING_WAY) {
    const over = size(say(fitting)) - room;
    if (over <= 0) break;
    const target = size(fitting[piece]) - over;
    const shorter = target < least && optional ? '' : shorten(fitting[piece], Math.max(target, least), size);
    fitting = { ...fitting, [piece]: shorter };
  }
  return say(fitting);
}

/** Cut to `room` with three dots, between words where that does not cost more than half. */
function shorten(text: string, room: number, size: (text: string) => number): string {
  if (size(text) <= room) return text;
  let kept = '';
  for (const char of text) {
    if (size(`${kept}${char}...`) > room) break;
    kept += char;
  }
  const lastSpace = `${kept}${text.charAt(kept.length)}`.lastIndexOf(' ');
  const cut = lastSpace > kept.length / 2 ? kept.slice(0, lastSpace) : kept;
  return `${cut.replace(/[\s.,:;-]+$/, '')}...`;
}
