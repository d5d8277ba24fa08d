import type { Rep } from '../../domain/agreement/agreement.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DecisionPorts } from '../../ports/ports.ts';

/** Whose link it is, or why it is nobody's. */
export type OpenedRep = { readonly rep: Rep } | { readonly why: 'unknown' | 'expired' };

type Needs = Pick<DecisionPorts, 'store' | 'ids' | 'rules'>;

/** Any link of a rep says who they are, as long as it lasts, whatever became of its leads. */
export const openRep = async (token: string, now: Instant, { store, ids, rules }: Needs): Promise<OpenedRep> => {
  const key = { type: 'link', id: ids.hashOf(token) } as const;
  const link = (await store.load([key])).get(key)?.value;
  if (link === undefined) return { why: 'unknown' };
  const rep = rules.agreement.reps[link.rep];
  return rep === undefined || now >= link.expiresAt ? { why: 'expired' } : { rep };
};
