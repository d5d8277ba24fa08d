import type { TeamMember, Territory } from '../agreement/agreement.ts';
import type { Owner, Qualification } from '../lead/lead.ts';
import { chargeOf } from '../sharing/fair-share.ts';

/** What a lead costs a rep in the ledger of a territory's team: one lead, or its points where the team shares by score. */
export const priceOf = (
  { score }: Qualification,
  { name, share }: Pick<Territory, 'name' | 'share'>,
  member: TeamMember,
): NonNullable<Owner['charge']> => {
  const { amount, value } = chargeOf(member, share === 'score' ? Math.max(0, score) : 1);
  return { territory: name, amount, value };
};
