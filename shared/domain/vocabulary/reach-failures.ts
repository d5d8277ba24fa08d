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
  /** Of e-mail by SES: the address sent mail back for good, or its reader called one spam. */
  'Bounced',
  'Complained',
  /** The sandbox of SES does not send to the address. */
  'AddressNotVerified',
  /** What mails come from is not verified, or not any more. */
  'SenderNotVerified',
  /** AWS, or somebody, has stopped all mail of the account. */
  'SendingPaused',
] as const;

export type ReachFailure = (typeof REACH_FAILURES)[number];
