import { changedFeed, type LineChange } from './changed-feed.ts';
import type { Then } from './counterfactual.ts';
import type { LeadLine } from './lead-lines.ts';
import { ownersOf, type RunOptions } from './lead-run.ts';

/** Lines of the feed that may be played in all: what takes longer than that is not worth the waiting. */
const LINES_PLAYED = 100_000;

/** Plays the feed again with one thing changed. */
export interface Trials {
  /** Who owned the lead then, if its first owner was another. */
  with(changed: Partial<RunOptions>): Promise<Then | undefined>;
  withLines(change: LineChange): Promise<Then | undefined>;
  /** How many have been played. */
  count(): number;
  /** Whether so much has been played that only what must be found is still looked for. */
  isLong(): boolean;
}

/** `same`: the first owner as it was. */
export const createTrials = (
  options: RunOptions,
  leadId: string,
  lines: readonly LeadLine[],
  same: string | undefined,
): Trials => {
  let count = 0;
  let played = 0;
  const trial = async (changed: Partial<RunOptions>, lastAt: number): Promise<Then | undefined> => {
    count += 1;
    const run = await ownersOf({ ...options, ...changed }, leadId, { same, lastAt });
    played += run.lines;
    const [owner] = run.owners;
    return owner === undefined || owner === same ? undefined : { owner, owners: run.owners };
  };
  const last = Math.max(...lines.map(({ at }) => at));
  return {
    with: (changed) => trial(changed, last),
    withLines: (change) =>
      trial({ feed: changedFeed(options.feed, lines, change) }, change.kind === 'time' ? last + change.byMs : last),
    count: () => count,
    isLong: () => played > LINES_PLAYED,
  };
};
