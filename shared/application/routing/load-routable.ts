import { isOwned, type Lead } from '../../domain/lead/lead.ts';
import { keysToRoute } from '../../domain/routing/route-lead.ts';
import type { RoutableLead } from '../../domain/routing/routing-case.ts';
import { accountDomain } from '../../domain/routing/routing-state.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { findLeads } from '../documents/find-lead.ts';
import { type LoadedRoutingState, loadRoutingState } from '../documents/load-routing-state.ts';

export interface LoadedRoutable {
  readonly version: number;
  readonly lead: RoutableLead;
}

export const asRoutable = (lead: Lead | undefined): RoutableLead | undefined =>
  lead?.stage === 'qualified' || lead?.stage === 'waiting' ? lead : undefined;

/** Whether its last owner or its manager may have it first: that is decided apart, and takes no rep from others. */
export const hasLastResort = (lead: Lead | undefined): boolean => {
  const routable = asRoutable(lead);
  return routable?.previous !== undefined || routable?.forManager === true;
};

/** Those of the leads that still need an owner, in the order of the waitlist: who qualified first comes first. */
export const loadRoutable = async (ids: readonly string[], ports: DecisionPorts): Promise<readonly LoadedRoutable[]> =>
  [...(await findLeads(ids, ports)).values()]
    .flatMap(({ version, lead }) => {
      const routable = asRoutable(lead);
      return routable === undefined ? [] : [{ version, lead: routable }];
    })
    .sort((a, b) => a.lead.qualification.at - b.lead.qualification.at || (a.lead.id < b.lead.id ? -1 : 1));

/** The company by which the lead's account is known, before and after it had an owner. */
export const companyOf = (lead: Lead, { rules }: DecisionPorts): string | undefined =>
  isOwned(lead) ? lead.owner.account : accountDomain(lead, rules.agreement);

/** The routing state that these leads are decided on. Accounts come first: an account's owner may be of no team. */
export const loadStateFor = async (
  leads: readonly LoadedRoutable[],
  now: Instant,
  ports: DecisionPorts,
): Promise<LoadedRoutingState> => {
  const companies = leads.flatMap(({ lead }) =>
    [companyOf(lead, ports), lead.previous?.owner.account].filter((domain) => domain !== undefined),
  );
  const ofAccounts = { ledgers: [], loads: [], accounts: companies };
  const { accounts } = (await loadRoutingState(ports.store, [ofAccounts])).state;
  const { rules } = ports;
  const keys = leads.map(({ lead }) => keysToRoute(lead, accounts[companyOf(lead, ports) ?? ''], { rules, now }));
  return loadRoutingState(ports.store, [...keys, ofAccounts]);
};
