import type { Reason } from '../../../shared/domain/lead/facts.ts';
import type { Lead } from '../../../shared/domain/lead/lead.ts';
import type { Rules } from '../../../shared/domain/rules.ts';
import { type Score, scoreLead } from '../../../shared/domain/scoring/score.ts';
import { type Instant, type IsoInstant, toIso } from '../../../shared/domain/time/instant.ts';
import type { WaitingReason } from '../../../shared/domain/vocabulary/waiting-reasons.ts';

/** The nearest that a lead came to being hot. */
export interface Closest extends Score {
  /** ISO 8601. */
  readonly at: IsoInstant;
  readonly hot: number;
  /** Points that were missing then. */
  readonly missing: number;
  /** Rules of fit that did not hold, and actions that were never done, with what each would have been worth. */
  readonly notMet: readonly Reason[];
}

/** Why nobody has ever owned a lead. */
export type Unassigned =
  | { readonly why: 'not-captured' }
  | { readonly why: 'not-hot'; readonly closest: Closest; readonly negativeFit: boolean }
  | { readonly why: 'incomplete'; readonly closest: Closest; readonly fields: readonly string[] }
  | { readonly why: 'waiting'; readonly waiting: WaitingReason; readonly territory: string }
  | { readonly why: 'not-yet-routed' }
  | { readonly why: 'sales-qualified'; readonly at: IsoInstant }
  | { readonly why: 'ended'; readonly end: string; readonly at: IsoInstant; readonly closest?: Closest };

/** The score of a lead as at an instant, with what is missing from hot; greatest of what would have helped first. */
export const closestOf = ({ fields, behaviour }: Lead, { agreement, fit }: Rules, now: Instant): Closest => {
  const { scoring } = agreement;
  const score = scoreLead({ fields, behaviour }, { agreement, fit }, now);
  const notMet = [
    ...fit.filter(({ points, holds }) => points > 0 && !holds(fields)),
    ...scoring.behaviour.actions.filter(({ name, points }) => points > 0 && behaviour.tallies[name] === undefined),
  ].map(({ name, points }) => ({ name, points }));
  return {
    ...score,
    at: toIso(now),
    hot: scoring.hot,
    missing: Math.max(0, Math.round((scoring.hot - score.score) * 100) / 100),
    notMet: notMet.sort((a, b) => b.points - a.points),
  };
};

/** Of a lead that was never assigned; `closest` is the nearest that it came to being hot, if it was captured. */
export const whyUnassigned = (lead: Lead, closest: Closest | undefined): Unassigned => {
  switch (lead.stage) {
    case 'waiting':
      return { why: 'waiting', waiting: lead.why, territory: lead.territory };
    case 'sales-qualified':
      return { why: 'sales-qualified', at: toIso(lead.salesQualifiedAt) };
    case 'ended': {
      const at = toIso(lead.endedAt);
      return { why: 'ended', end: lead.end, at, ...(closest === undefined ? {} : { closest }) };
    }
    case 'nurture':
      if (closest === undefined) return { why: 'not-captured' };
      return lead.grade === 'hot' && lead.missing !== undefined
        ? { why: 'incomplete', closest, fields: lead.missing }
        : { why: 'not-hot', closest, negativeFit: lead.behaviour.handRaised && closest.fit < 0 };
    case 'uncaptured':
      return { why: 'not-captured' };
    default:
      return { why: 'not-yet-routed' };
  }
};
