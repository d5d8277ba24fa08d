import type { ReachFailure } from '../../../shared/domain/vocabulary/reach-failures.ts';

/** Whose channel fails, and by which topic e-mail would come. */
export interface Concerned {
  readonly name: string;
  readonly topicArn: string | undefined;
}

/** What is wrong, and what to do: each as part of a sentence. */
export interface FailureWords {
  readonly why: string;
  todo(concerned: Concerned): string;
  /** What is wrong with the whole account is told once, not for each rep. */
  readonly ofAccount?: true;
}

const subscribe = ({ name, topicArn }: Concerned): string =>
  `Subscribe the address again (aws sns subscribe --topic-arn ${topicArn} --protocol email --notification-endpoint ADDRESS) and have ${name} forward the mail that asks for confirmation, without following its link. Within 48 hours: golden-hour confirm URL`;

export const FAILURE_WORDS: Readonly<Record<ReachFailure, FailureWords>> = {
  NoAddress: { why: 'the agreement has no address for it', todo: () => 'Give them one in reps.yaml' },
  NoTopic: { why: 'there is no topic of theirs', todo: () => 'Deploy this agreement' },
  NotSubscribed: { why: 'the address is not subscribed', todo: subscribe },
  Unsubscribed: { why: 'the subscription was ended', todo: subscribe },
  NotConfirmed: {
    why: 'the subscription is not confirmed',
    todo: ({ name }) =>
      `Have ${name} forward the mail "AWS Notification - Subscription Confirmation", and confirm it by golden-hour confirm URL: after 48 hours AWS drops the subscription`,
  },
  OptedOut: {
    why: 'the number has opted out',
    todo: () =>
      'Ask whether they want SMS again, then aws sns opt-in-phone-number (once in 30 days for a number), or take sms out of their alerts',
  },
  NotVerified: {
    why: 'the number is not verified in the sandbox',
    todo: () => 'Verify it in the SNS console, or ask AWS to move the account out of the sandbox',
  },
  Bounced: {
    why: 'mail to the address came back',
    todo: () =>
      'Ask whether the address is right; once it takes mail again: aws sesv2 delete-suppressed-destination --email-address ADDRESS',
  },
  Complained: {
    why: 'a mail was called spam',
    todo: ({ name }) =>
      `Ask ${name} whether they want the mails; then aws sesv2 delete-suppressed-destination --email-address ADDRESS`,
  },
  AddressNotVerified: {
    why: 'the address is not verified in the sandbox of SES',
    todo: () => 'Verify it, or ask AWS to move the account out of the sandbox',
  },
  SenderNotVerified: {
    why: 'the identity that mails come from is not verified',
    todo: () => 'Verify the identity',
    ofAccount: true,
  },
  SendingPaused: {
    why: 'the account may send no mail for now',
    todo: () => 'Look why in the SES console, and have AWS let it send again',
    ofAccount: true,
  },
  NotConnected: {
    why: 'Slack takes no token of ours',
    todo: () => 'Install the app in Slack and put its token: golden-hour secrets put sinks/slack (docs/sinks/slack.md)',
    ofAccount: true,
  },
  NoSuchMember: {
    why: 'nobody in the workspace has the Slack id',
    todo: () => 'Copy the member id from their profile in Slack into reps.yaml, and deploy',
  },
  SpendLimitReached: {
    why: 'the spend limit of the month is used up',
    todo: () => 'Ask AWS to raise the spend limit',
    ofAccount: true,
  },
};
