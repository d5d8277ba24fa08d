import type { Rep } from '../../../shared/domain/agreement/agreement.ts';
import type { Unsure } from '../../../shared/domain/alert/reach/standing.ts';
import type { Channel } from '../../../shared/domain/vocabulary/channels.ts';
import type { Facts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { diagnoseEmail } from './email-account.ts';
import { diagnoseSlack } from './slack-app.ts';
import { diagnoseSms } from './sms-account.ts';

/** What the doctor says of a channel, beside why it fails. */
interface ChannelCheck {
  /** Why it is not known whether it reaches a rep. */
  readonly unsure: Readonly<Record<Unsure, string>>;
  /** What stands in the way of all messages by it; whom that leaves unreached is told for each rep. */
  readonly ofAccount: (reps: readonly Rep[], facts: Facts) => readonly Finding[];
}

const noOrigin = 'the account has no registered number for +1';

export const CHANNEL_CHECKS: Readonly<Record<Channel, ChannelCheck>> = {
  sms: {
    unsure: { 'not-answered': 'the account could not be asked about SMS', 'no-origin': noOrigin },
    ofAccount: diagnoseSms,
  },
  email: {
    unsure: { 'not-answered': 'e-mail could not be asked about', 'no-origin': noOrigin },
    ofAccount: diagnoseEmail,
  },
  slack: {
    unsure: { 'not-answered': 'Slack could not be asked about them', 'no-origin': noOrigin },
    ofAccount: diagnoseSlack,
  },
};
