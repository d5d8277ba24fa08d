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
  /** No token of our app in Slack is kept, or Slack takes it no more. */
  'NotConnected',
  /** Nobody in the workspace has the id, or they have left it. */
  'NoSuchMember',
] as const;

export type ReachFailure = (typeof REACH_FAILURES)[number];
