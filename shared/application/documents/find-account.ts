import type { Lead } from '../../domain/lead/lead.ts';
import { type Account, NEW_ACCOUNT } from '../../domain/routing/account.ts';
import { accountDomain } from '../../domain/routing/routing-state.ts';
import type { DecisionPorts } from '../../ports/ports.ts';

/** The company of a lead as routing keeps it, at its version. */
export interface FoundAccount {
  readonly domain: string;
  readonly account: Account;
  /** 0 of a company that nothing was kept of yet. */
  readonly version: number;
}

/** Undefined for a lead that no company is known of. */
export const findAccount = async (
  lead: Pick<Lead, 'fields'>,
  { store, rules }: Pick<DecisionPorts, 'store' | 'rules'>,
): Promise<FoundAccount | undefined> => {
  const domain = accountDomain(lead, rules.agreement);
  if (domain === undefined) return undefined;
  const key = { type: 'account', id: domain } as const;
  const stored = (await store.load([key])).get(key);
  return { domain, account: stored?.value ?? NEW_ACCOUNT, version: stored?.version ?? 0 };
};
