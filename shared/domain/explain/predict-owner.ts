import type { Rules } from '../agreement/rules.ts';
import type { Fields } from '../condition/condition.ts';
import { chooseOwner, type LeadInLine } from '../routing/choose-owner.ts';
import type { Desk } from '../routing/desk.ts';

/** A lead as it came to be routed, with all that was decided on. */
export interface Moment {
  readonly lead: LeadInLine;
  readonly desk: Desk;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Who would have got the lead at that moment with other fields, if it had been as hot; undefined if nobody
 * then. It tells where to look first: what changes before that moment it does not see.
 */
export const predictOwner = ({ lead, desk, now }: Moment, fields: Fields, rules: Rules): string | undefined => {
  const territory = rules.territoryOf(fields);
  if (territory === undefined) return undefined;
  const choice = chooseOwner({ ...lead, fields }, territory, desk, rules, now);
  return 'rep' in choice ? choice.rep.id : undefined;
};
