/** How people make somebody the owner, outside of the rules: a rep acts on a lead, somebody changes its owner. */
export const DECIDED_BY_PEOPLE = ['claim', 'owner-change'] as const;

/** By what an owner was chosen. */
export const DECIDED_BY = ['account', 'share', 'overflow', 'manager', ...DECIDED_BY_PEOPLE] as const;

export type DecidedByPeople = (typeof DECIDED_BY_PEOPLE)[number];
export type DecidedBy = (typeof DECIDED_BY)[number];

export const isDecidedByPeople = (by: DecidedBy): by is DecidedByPeople => DECIDED_BY_PEOPLE.some((one) => one === by);

/** As people read it, after the owner's name. */
export const DECIDED_BY_WORDS: Readonly<Record<DecidedBy, string>> = {
  account: 'as the owner of the account',
  share: 'by fair share',
  overflow: 'by overflow',
  manager: 'as the manager',
  claim: 'by a claim: they acted on it',
  'owner-change': 'by a change of owner',
};
