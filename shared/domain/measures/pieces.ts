import type { Content } from '../agreement/agreement.ts';
import { rateOf } from '../statistics/exact.ts';
import { chanceOfRates, type Part } from '../statistics/tail.ts';
import type { Cycle } from './cycle.ts';

/** What became of the leads that had read a piece of content before they qualified, or got it, beside those that had not. */
export interface PieceRow {
  /** Of a page that is in no catalogue: its host and path. */
  readonly id: string;
  /** Absent where the catalogue, content.yaml, does not have it. */
  readonly title?: string;
  readonly read: number;
  readonly won: number;
  readonly lost: number;
  /** Won of those that were won or lost; null where none was. */
  readonly wonRate: number | null;
  readonly wonRateOfOthers: number | null;
  /** That chance alone brings rates so far from each other. */
  readonly chance: number;
  /** To how many leads a rep was offered to send it when they qualified. */
  readonly offered: number;
  /** To how many a rep has said to have sent it. */
  readonly sent: number;
  readonly sentAndWon: number;
  readonly sentAndLost: number;
}

/** How many, and what became of them. */
interface Tally {
  n: number;
  won: number;
  lost: number;
}

interface Piece {
  readonly read: Tally;
  readonly sent: Tally;
  offered: number;
}

const tallied = (): Tally => ({ n: 0, won: 0, lost: 0 });
const newPiece = (): Piece => ({ read: tallied(), sent: tallied(), offered: 0 });

const count = (tally: Tally, { won, lost }: Cycle): void => {
  tally.n += 1;
  if (won !== undefined) tally.won += 1;
  else if (lost !== undefined) tally.lost += 1;
};

const decided = ({ won, lost }: Tally): Part => ({ part: won, of: won + lost });

/** Pieces that were read before qualifying, and pages of no catalogue, each once. */
const readIn = ({ touches, qualified }: Cycle): ReadonlySet<string> =>
  new Set([...touches.flatMap(({ kind, value }) => (kind === 'content' ? [value] : [])), ...(qualified?.pages ?? [])]);

/** A site has more pages than a catalogue ever gets. */
const MOST_OUTSIDE = 50;

/** All pieces of the catalogue, and the first so many of the others. */
const fewOutside = () => {
  let outside = 0;
  return ({ title }: PieceRow): boolean => {
    if (title !== undefined) return true;
    outside += 1;
    return outside <= MOST_OUTSIDE;
  };
};

/**
 * Of cycles that qualified: every piece that any of them read before, was offered or got, and those of the catalogue that
 * nobody did. Most read before a sale first.
 */
export const piecesOf = (cycles: readonly Cycle[], catalogue: readonly Content[]): readonly PieceRow[] => {
  const all = tallied();
  const pieces = new Map(catalogue.map(({ id }) => [id, newPiece()]));
  const pieceOf = (id: string): Piece => {
    const known = pieces.get(id) ?? newPiece();
    pieces.set(id, known);
    return known;
  };
  for (const cycle of cycles) {
    count(all, cycle);
    for (const id of readIn(cycle)) count(pieceOf(id).read, cycle);
    for (const id of new Set(cycle.sent)) count(pieceOf(id).sent, cycle);
    for (const id of cycle.qualified?.offered ?? []) pieceOf(id).offered += 1;
  }
  const titles = new Map(catalogue.map(({ id, title }) => [id, title]));
  return [...pieces]
    .map(([id, { read, sent, offered }]): PieceRow => {
      const [own, others] = [
        decided(read),
        { part: all.won - read.won, of: all.won + all.lost - read.won - read.lost },
      ];
      const title = titles.get(id);
      return {
        id,
        ...(title === undefined ? {} : { title }),
        read: read.n,
        won: read.won,
        lost: read.lost,
        wonRate: rateOf(own.part, own.of),
        wonRateOfOthers: rateOf(others.part, others.of),
        chance: chanceOfRates(own, others),
        offered,
        sent: sent.n,
        sentAndWon: sent.won,
        sentAndLost: sent.lost,
      };
    })
    .sort((a, b) => b.won - a.won || b.read - a.read || b.sent - a.sent || (a.id < b.id ? -1 : 1))
    .filter(fewOutside());
};
