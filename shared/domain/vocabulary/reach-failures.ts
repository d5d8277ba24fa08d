/** Why a message by a channel would not arrive, although AWS would take it. */
export const REACH_FAILURES = [
  'NoAddress',
  'NoTopic',
  'NotSubscribed',
  'NotConfirmed',
  /** It was confirmed before: somebody, or a scanner of mail, has followed the link at the foot of a mail. */
  'Unsubscribed',
  'OptedOut',
  'NotVerified',
  'SpendLimitReached',
] as const;

export type ReachFailure = (typeof REACH_FAILURES)[number];
