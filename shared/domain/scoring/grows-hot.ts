import type { Behaviour, Lead } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';
import { tallyAt } from './behaviour.ts';
import { type ScoringRules, scoreLead } from './score.ts';

/*
 * Between two events a score changes only because behaviour fades: each action's points are `min(points × x, atMost)`,
 * where x falls from 1 towards 0. Such a sum is concave in x: where a lead is hot at all, it is so in one stretch, and
 * the score is greatest at 1, near 0, or where an action comes down to its `atMost`.
 */

type Scored = Pick<Lead, 'fields' | 'behaviour'>;

/** After so many half-lives less is left of any points than the score is rounded by. */
const LAST_HALF_LIFE = 60;
/** The table's indexes hold years of four digits. */
const LAST_INSTANT = Date.UTC(9999, 0, 1);

const newestOf = ({ tallies }: Behaviour): Instant =>
  Object.values(tallies).reduce((newest, { at }) => Math.max(newest, at), Number.NEGATIVE_INFINITY);

/** Whether a lead did anything that speaks against it: most did not. */
const isHeldDown = ({ behaviour }: Scored, { agreement: { scoring } }: ScoringRules): boolean =>
  scoring.behaviour.actions.some(({ name, points }) => points < 0 && behaviour.tallies[name] !== undefined);

/** The instants from `from` on at one of which the score is greatest; none where nothing that fades holds it down. */
const peaks = ({ behaviour }: Scored, { agreement: { scoring } }: ScoringRules, from: Instant): readonly Instant[] => {
  const { halfLifeMs, actions } = scoring.behaviour;
  const points = actions.flatMap((action) => {
    const tally = behaviour.tallies[action.name];
    return tally === undefined
      ? []
      : [{ now: tallyAt(tally, from, halfLifeMs) * action.points, atMost: action.atMost ?? Number.POSITIVE_INFINITY }];
  });
  if (!points.some(({ now }) => now < 0)) return [];
  const capped = points.filter(({ now, atMost }) => now > atMost);
  const halfLives = [...capped.map(({ now, atMost }) => Math.log2(now / atMost)), LAST_HALF_LIFE];
  return halfLives.map((count) => Math.min(Math.floor(from + count * halfLifeMs), LAST_INSTANT));
};

/** The first whole millisecond after `from`, which is not hot, at which the score is hot; it is so at `to`. */
const firstHot = (from: Instant, to: Instant, isHot: (at: Instant) => boolean): Instant => {
  let [cold, hot] = [from, to];
  while (hot - cold > 1) {
    const middle = Math.floor((cold + hot) / 2);
    if (isHot(middle)) hot = middle;
    else cold = middle;
  }
  return hot;
};

/**
 * The instant after `now` at which a lead that is not hot becomes so without anybody doing anything: what speaks against
 * it has faded enough. Undefined where that never happens.
 */
export const growsHotAt = (lead: Scored, rules: ScoringRules, now: Instant): Instant | undefined => {
  if (!isHeldDown(lead, rules)) return undefined;
  const isHot = (at: Instant): boolean => scoreLead(lead, rules, at).grade === 'hot';
  // Nothing fades before it was done.
  const from = Math.max(now, newestOf(lead.behaviour));
  const peak = peaks(lead, rules, from)
    .toSorted((a, b) => a - b)
    .find((at) => isHot(at));
  return peak === undefined ? undefined : firstHot(from, peak, isHot);
};
