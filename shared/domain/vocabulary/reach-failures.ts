/** Why SES sends no mail to an address any more: it sent one back for good, or its reader called one spam. */
export const MAIL_RETURNS = ['Bounced', 'Complained'] as const;

export type MailReturn = (typeof MAIL_RETURNS)[number];

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
  ...MAIL_RETURNS,
  /** The sandbox of SES does not send to the address. */
  'AddressNotVerified',
  /** What mails come from is not verified, or not any more. */
  'SenderNotVerified',
  /** AWS, or somebody, has stopped all mail of the account. */
  'SendingPaused',
  /** No token of our app in Slack is kept, or Slack takes it no more. */
  'NotConnected',
  /** Nobody in the workspace has the id, or they have left it. */
  'NoSuchMember',
] as const;

export type ReachFailure = (typeof REACH_FAILURES)[number];
