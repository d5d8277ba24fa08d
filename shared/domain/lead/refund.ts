import type { OwnedLead } from './lead.ts';

/** A rep who has no time could have said so by capacity or absence; every other reason lies with the lead. */
const AT_FAULT = new Set(['no-time']);

/** Whether a rejection for this reason gives the rep back what the lead cost. */
export const isRefundedFor = (reason: string): boolean => !AT_FAULT.has(reason);

/** Of a lead that has been given back: should its last owner keep it, it is outside the ledger, as a manager's is. */
export const withoutCharge = ({ owner: { charge: _, ...owner }, ...lead }: OwnedLead): OwnedLead => ({
  ...lead,
  owner,
});
