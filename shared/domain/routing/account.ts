/** A company, by its domain: who has its open leads, and who had the last. */
export interface Account {
  /** Open leads that a rep owns, in the order of their assignment. */
  readonly open: readonly { readonly leadId: string; readonly rep: string }[];
  readonly lastOwner?: string;
}

export const NEW_ACCOUNT: Account = { open: [] };

/** The owner of an open lead before the last owner of all. */
export const accountOwner = (account: Account | undefined): string | undefined =>
  account?.open[0]?.rep ?? account?.lastOwner;

export const withoutLead = (account: Account, leadId: string): Account => ({
  ...account,
  open: account.open.filter((lead) => lead.leadId !== leadId),
});

export const withLead = (account: Account, leadId: string, rep: string): Account => ({
  open: [...account.open.filter((lead) => lead.leadId !== leadId), { leadId, rep }],
  lastOwner: rep,
});
