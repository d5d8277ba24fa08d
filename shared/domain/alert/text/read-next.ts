import type { Content } from '../../agreement/agreement.ts';
import type { Fields } from '../../condition/condition.ts';
import { matches } from '../../condition/matches.ts';

/**
 * What to send a lead next, best first, at most `limit`: pieces that suit it, that it has not read, and
 * whose `after` it has read in full. One that follows on what was read comes before one made for such
 * leads, and that before one for everybody; else in the agreement's order.
 */
export function readNext(
  content: readonly Content[],
  fields: Fields,
  readContentIds: ReadonlySet<string>,
  limit: number,
): Content[] {
  return content
    .filter(
      (piece) =>
        !readContentIds.has(piece.id) &&
        piece.after.every((id) => readContentIds.has(id)) &&
        (piece.for === undefined || matches(piece.for, fields)),
    )
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, limit);
}

function rank({ after, for: suits }: Content): number {
  if (after.length > 0) return 0;
  return suits === undefined ? 2 : 1;
}
