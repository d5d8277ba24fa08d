import type { Agreement } from '../agreement/agreement.ts';
import type { Owner } from '../lead/lead.ts';
import { dutyOf, territoryNamed } from '../territory/teams.ts';
import type { ClauseOwner } from './run-clause.ts';

/**
 * By whose hours the clauses of an owner run: those of the duty for a rep who got the lead on call, as long as the
 * agreement has it. Undefined for a rep who has left.
 */
export const clauseOwner = ({ rep: id, by, territory: name }: Owner, agreement: Agreement): ClauseOwner | undefined => {
  const rep = agreement.reps[id];
  if (rep === undefined) return undefined;
  const territory = by === 'on-call' ? territoryNamed(agreement.territories, name) : undefined;
  const duty = territory && dutyOf(territory, agreement);
  return { schedule: (duty ?? rep).schedule, asManager: by === 'manager' };
};
