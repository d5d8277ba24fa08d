import type { Watcher } from '../watch/watch.ts';

/** A company, by its domain: who has its open leads, and who had the last. */
export interface Account {
  /** Open leads that a rep owns, in the order of their assignment. */
  readonly open: readonly { readonly leadId: string; readonly rep: string }[];
  readonly lastOwner?: string;
  /** Ids of waiting leads, to be routed when the company gets an owner. */
  readonly waiting?: readonly string[];
  /** Reps who watch the company, at most `MOST_WATCHERS`; absent before the first. */
  readonly watchers?: readonly Watcher[];
}

export const NEW_ACCOUNT: Account = { open: [] };

/** The owner of an open lead before the last owner of all. */
export const accountOwner = (account: Account | undefined): string | undefined =>
  account?.open[0]?.rep ?? account?.lastOwner;

export const withoutLead = (account: Account, leadId: string): Account => ({
  ...account,
  open: account.open.filter((lead) => lead.leadId !== leadId),
});

/** So many are remembered; the others are rechecked daily. */
const WAITING = 20;

export const withWaiting = (account: Account, leadId: string): Account =>
  account.waiting?.includes(leadId) || account.waiting?.length === WAITING
    ? account
    : { ...account, waiting: [...(account.waiting ?? []), leadId] };

/** A lead that gets an owner waits no more. */
const withoutWaiting = ({ waiting = [], ...account }: Account, leadId: string): Account => {
  const left = waiting.filter((id) => id !== leadId);
  return left.length === 0 ? account : { ...account, waiting: left };
};

export const withLead = (account: Account, leadId: string, rep: string): Account => ({
  ...withoutWaiting(account, leadId),
  open: [...account.open.filter((lead) => lead.leadId !== leadId), { leadId, rep }],
  lastOwner: rep,
});
