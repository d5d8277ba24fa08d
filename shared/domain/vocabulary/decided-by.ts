/** By what an owner was chosen. */
export const DECIDED_BY = ['account', 'share', 'overflow', 'on-call', 'manager'] as const;

export type DecidedBy = (typeof DECIDED_BY)[number];

/** As people read it, after the owner's name. */
export const DECIDED_BY_WORDS: Readonly<Record<DecidedBy, string>> = {
  account: 'as the owner of the account',
  share: 'by fair share',
  overflow: 'by overflow',
  'on-call': 'on call',
  manager: 'as the manager',
};
