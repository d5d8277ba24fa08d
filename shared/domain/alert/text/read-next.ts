import type { Agreement, Content } from '../../agreement/agreement.ts';
import type { Fields } from '../../condition/condition.ts';
import { matches } from '../../condition/matches.ts';
import type { Lead } from '../../lead/lead.ts';

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

/** How many pieces of content a rep is offered to send. */
const SEND_NEXT = 3;

/** What a rep is offered to send a lead now: what was sent before is not offered again. */
export const contentFor = (
  { fields, timeline, sentContent = [] }: Lead,
  { content }: Agreement,
): readonly Content[] => {
  const read = new Set(timeline.flatMap(({ contentId }) => contentId ?? []));
  const sent = new Set(sentContent.map(({ contentId }) => contentId));
  const unsent = content.filter(({ id }) => !sent.has(id));
  return readNext(unsent, fields, read, SEND_NEXT);
};
