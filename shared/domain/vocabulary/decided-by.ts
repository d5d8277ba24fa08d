/** How people make somebody the owner, outside of the rules: a rep acts on a lead, somebody changes its owner. */
export const DECIDED_BY_PEOPLE = ['claim', 'owner-change'] as const;

/** By what an owner was chosen. */
export const DECIDED_BY = [
  'account',
  'share',
  'round-robin',
  'overflow',
  'on-call',
  'last-resort',
  'manager',
  ...DECIDED_BY_PEOPLE,
] as const;

export type DecidedByPeople = (typeof DECIDED_BY_PEOPLE)[number];
export type DecidedBy = (typeof DECIDED_BY)[number];

/** Whose turn it was, by the fair share of a team. */
export const isByFairShare = (by: DecidedBy): boolean => by === 'share' || by === 'overflow';

export const isDecidedByPeople = (by: DecidedBy): by is DecidedByPeople => DECIDED_BY_PEOPLE.some((one) => one === by);

/** As people read it, after the owner's name. */
export const DECIDED_BY_WORDS: Readonly<Record<DecidedBy, string>> = {
  account: 'as the owner of the account',
  share: 'by fair share',
  'round-robin': 'by plain round robin, as a lead that is held out',
  overflow: 'by overflow',
  'on-call': 'on call',
  'last-resort': 'as somebody of another team who can act now',
  manager: 'as the manager',
  claim: 'by a claim: they acted on it',
  'owner-change': 'by a change of owner',
};
