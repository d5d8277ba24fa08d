import type { Agreement, Territory } from '../agreement/agreement.ts';
import type { Fields } from '../condition/condition.ts';
import { isForgotten, type Lead, ownerOf } from './lead.ts';
import type { Notice } from './notice.ts';

/** What says who may see which lead. */
export interface SightRules {
  readonly agreement: Agreement;
  readonly territoryOf: (fields: Fields) => Territory | undefined;
}

/** Whether `manager` is above a rep, however many others are between them. */
const isAbove = (manager: string, rep: string, { reps }: SightRules['agreement']): boolean => {
  const seen = new Set<string>();
  for (let next = reps[rep]?.manager; next !== undefined && !seen.has(next); next = reps[next]?.manager) {
    if (next === manager) return true;
    seen.add(next);
  }
  return false;
};

/**
 * Whether a rep may be told of a lead: one who owns it, and whoever is above the owner. Of a lead that nobody owns, the
 * team of its territory and whoever is above it. A colleague's lead is the colleague's.
 */
export const maySee = (lead: Lead, rep: string, { agreement, territoryOf }: SightRules): boolean => {
  if (lead.stage === 'uncaptured' || isForgotten(lead)) return false;
  const owner = ownerOf(lead);
  if (owner !== undefined) return owner.rep === rep || owner.manager === rep || isAbove(rep, owner.rep, agreement);
  const territory = territoryOf(lead.fields);
  if (territory === undefined) return false;
  const { team, manager } = territory;
  return manager === rep || team.some((member) => member.rep === rep || isAbove(rep, member.rep, agreement));
};

/** Whether a notice tells its reader what they may not see, or may not see any more. Marketing sees every lead. */
export const isHidden = (lead: Lead, { purpose, rep }: Pick<Notice, 'purpose' | 'rep'>, rules: SightRules): boolean =>
  purpose === 'watch' && rep !== null && !maySee(lead, rep, rules);
