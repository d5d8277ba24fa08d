import type { Content } from '../agreement/agreement.ts';
import { rateOf } from '../statistics/exact.ts';
import { chanceOfRates, type Part } from '../statistics/tail.ts';
import type { Cycle } from './cycle.ts';

/** What became of the leads that had read a piece of content before they qualified, beside those that had not. */
export interface PieceRow {
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
}

interface Tally {
  read: number;
  won: number;
  lost: number;
}

const tallied = (): Tally => ({ read: 0, won: 0, lost: 0 });

const count = (tally: Tally, { won, lost }: Cycle): void => {
  tally.read += 1;
  if (won !== undefined) tally.won += 1;
  else if (lost !== undefined) tally.lost += 1;
};

const decided = ({ won, lost }: Tally): Part => ({ part: won, of: won + lost });

/**
 * Of cycles that qualified: every piece that any of them read before, and those of the catalogue that nobody did. Most read
 * before a sale first.
 */
export const piecesOf = (cycles: readonly Cycle[], catalogue: readonly Content[]): readonly PieceRow[] => {
  const all = tallied();
  const pieces = new Map(catalogue.map(({ id }) => [id, tallied()]));
  for (const cycle of cycles) {
    count(all, cycle);
    const read = new Set(cycle.touches.flatMap(({ kind, value }) => (kind === 'content' ? [value] : [])));
    for (const id of read) {
      const tally = pieces.get(id) ?? tallied();
      pieces.set(id, tally);
      count(tally, cycle);
    }
  }
  const titles = new Map(catalogue.map(({ id, title }) => [id, title]));
  return [...pieces]
    .map(([id, tally]): PieceRow => {
      const [own, others] = [
        decided(tally),
        { part: all.won - tally.won, of: all.won + all.lost - tally.won - tally.lost },
      ];
      const title = titles.get(id);
      return {
        id,
        ...(title === undefined ? {} : { title }),
        ...tally,
        wonRate: rateOf(own.part, own.of),
        wonRateOfOthers: rateOf(others.part, others.of),
        chance: chanceOfRates(own, others),
      };
    })
    .sort((a, b) => b.won - a.won || b.read - a.read || (a.id < b.id ? -1 : 1));
};
