import type { Lead } from '../lead/lead.ts';
import { type OpenLead, openLeadOf } from './open-lead.ts';

/** The open leads among many, by the documents that count them. */
export interface OpenLeads {
  readonly size: number;
  /** Ids of reps who have one. */
  readonly reps: readonly string[];
  /** Domains of accounts that have one. */
  readonly accounts: readonly string[];
  ofRep(id: string): readonly OpenLead[];
  ofAccount(domain: string): readonly OpenLead[];
}

/** Takes leads one by one: there may be more than fit into memory, of which few are open. */
export const gatherOpenLeads = (): OpenLeads & { add(lead: Lead): void } => {
  const reps = new Map<string, OpenLead[]>();
  const accounts = new Map<string, OpenLead[]>();
  let size = 0;
  const put = (leads: Map<string, OpenLead[]>, of: string, lead: OpenLead): void => {
    const own = leads.get(of);
    if (own === undefined) leads.set(of, [lead]);
    else own.push(lead);
  };
  return {
    get size() {
      return size;
    },
    get reps() {
      return [...reps.keys()];
    },
    get accounts() {
      return [...accounts.keys()];
    },
    ofRep: (id) => reps.get(id) ?? [],
    ofAccount: (domain) => accounts.get(domain) ?? [],
    add: (lead) => {
      const open = openLeadOf(lead);
      if (open === undefined) return;
      size += 1;
      put(reps, open.rep, open);
      if (open.account !== undefined) put(accounts, open.account, open);
    },
  };
};
