import type { Agreement } from '../agreement/agreement.ts';
import type { Fields } from '../condition/condition.ts';
import type { Reason } from '../lead/facts.ts';
import type { Lead } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';
import type { Grade } from '../vocabulary/grades.ts';
import { tallyAt } from './behaviour.ts';

export interface Score {
  readonly score: number;
  readonly fit: number;
  readonly behaviour: number;
  readonly grade: Grade;
  /** Every point has a name; greatest first. */
  readonly reasons: readonly Reason[];
}

/**
 * Rounds to 0.01. The sums of decayed parts differ in their last binary digits with the order of
 * addition; the nudge keeps that from deciding a tie at half a hundredth.
 */
export const roundPoints = (points: number): number => {
  const cents = Math.floor(Math.abs(points) * 100 + 0.5 + 1e-6);
  return cents === 0 ? 0 : (Math.sign(points) * cents) / 100;
};

export type FitRules = readonly {
  readonly name: string;
  readonly points: number;
  readonly holds: (fields: Fields) => boolean;
}[];

/** What a lead is scored by: the agreement's scoring, its conditions compiled. */
export interface ScoringRules {
  readonly agreement: Pick<Agreement, 'scoring'>;
  readonly fit: FitRules;
}

/** Fit and behaviour as at `now`: who they are, and what they did, worth half as much every half-life. */
export const scoreLead = (
  { fields, behaviour }: Pick<Lead, 'fields' | 'behaviour'>,
  { agreement: { scoring }, fit: fitRules }: ScoringRules,
  now: Instant,
): Score => {
  const reasons: Reason[] = [];
  let fit = 0;
  for (const rule of fitRules) {
    if (!rule.holds(fields)) continue;
    fit += rule.points;
    reasons.push({ name: rule.name, points: roundPoints(rule.points) });
  }
  let done = 0;
  for (const action of scoring.behaviour.actions) {
    const tally = behaviour.tallies[action.name];
    if (tally === undefined) continue;
    const decayed = tallyAt(tally, now, scoring.behaviour.halfLifeMs) * action.points;
    const points = action.atMost === undefined ? decayed : Math.min(decayed, action.atMost);
    done += points;
    if (roundPoints(points) !== 0) reasons.push({ name: action.name, points: roundPoints(points) });
  }
  const score = roundPoints(fit + done);
  const raised = behaviour.handRaised && fit >= 0;
  return {
    score,
    fit: roundPoints(fit),
    behaviour: roundPoints(done),
    grade: raised || score >= scoring.hot ? 'hot' : score >= scoring.warm ? 'warm' : 'cold',
    reasons: reasons.sort((a, b) => b.points - a.points),
  };
};
