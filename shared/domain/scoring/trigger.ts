import type { Scoring } from '../agreement/agreement.ts';
import type { Lead, Trigger } from '../lead/lead.ts';
import type { Score } from './score.ts';

/**
 * What made a lead hot: the hand that was raised; else, of the actions that count for it, the one that was done last;
 * else the fit that counts most.
 */
export const triggerOf = (
  { behaviour }: Pick<Lead, 'behaviour'>,
  { fit, reasons }: Score,
  { behaviour: { actions } }: Scoring,
): Trigger | undefined => {
  const pointsOf = (name: string): number => reasons.find((reason) => reason.name === name)?.points ?? 0;
  const done = actions.flatMap(({ name, handRaise }) => {
    const tally = behaviour.tallies[name];
    return tally === undefined ? [] : [{ name, handRaise, at: tally.at, points: pointsOf(name) }];
  });
  const hands = done.filter(({ handRaise }) => handRaise && fit >= 0);
  const counting = hands.length > 0 ? hands : done.filter(({ points }) => points > 0);
  const [last] = counting.toSorted((a, b) => b.at - a.at || b.points - a.points);
  if (last !== undefined) return { name: last.name, at: last.at };
  const [most] = reasons;
  return most !== undefined && most.points > 0 ? { name: most.name } : undefined;
};
