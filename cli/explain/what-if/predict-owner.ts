import type { Fields } from '../../../shared/domain/condition/condition.ts';
import type { Lead } from '../../../shared/domain/lead/lead.ts';
import { chooseOwner } from '../../../shared/domain/routing/choose-owner.ts';
import type { RoutableLead } from '../../../shared/domain/routing/routing-case.ts';
import type { RoutingState } from '../../../shared/domain/routing/routing-state.ts';
import type { Rules } from '../../../shared/domain/rules.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';

/** A lead as it came to be routed, with all that was decided on. */
export interface Moment {
  readonly lead: RoutableLead;
  readonly state: RoutingState;
  /** Epoch milliseconds. */
  readonly now: Instant;
}

const fitOf = (fields: Fields, { fit }: Rules): number =>
  fit.reduce((sum, { points, holds }) => (holds(fields) ? sum + points : sum), 0);

/** Whether a lead that once had this score would have been hot and complete with other fields. */
export const wouldQualify = (lead: Lead, score: number, fields: Fields, rules: Rules): boolean => {
  const { hot, minimum } = rules.agreement.scoring;
  if (minimum.some((path) => fields[path] === undefined)) return false;
  const fit = fitOf(fields, rules);
  return score - fitOf(lead.fields, rules) + fit >= hot || (lead.behaviour.handRaised && fit >= 0);
};

/** How many rechecks of a waiting lead are thought through. */
const RECHECKS = 4;

/**
 * Who would have got the lead at that moment with other fields, or at the end of its waiting, if nobody else
 * came meanwhile; undefined if nobody. A prediction says which change to play first; it does not see what else the change moves.
 */
export const predictOwner = ({ lead, state, now }: Moment, fields: Fields, rules: Rules): string | undefined => {
  const territory = rules.territoryOf(fields);
  if (territory === undefined || !wouldQualify(lead, lead.qualification.score, fields, rules)) return undefined;
  let at = now;
  for (let recheck = 0; recheck < RECHECKS; recheck += 1) {
    const asked = { lead: { ...lead, fields }, territory, state, rules, now: at, behindOthers: false };
    const choice = chooseOwner(asked);
    if ('rep' in choice) return choice.rep.id;
    if (choice.kind !== 'wait' || choice.until === undefined || choice.until <= at) return undefined;
    at = choice.until;
  }
  return undefined;
};
