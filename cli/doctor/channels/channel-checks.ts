import type { Rep } from '../../../shared/domain/agreement/agreement.ts';
import type { Channel } from '../../../shared/domain/vocabulary/channels.ts';
import type { Facts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { emailStanding } from './email.ts';
import { smsStanding } from './sms.ts';
import { diagnoseSms } from './sms-account.ts';
import type { Standing } from './standing.ts';

/** What the doctor finds out about a channel. */
interface ChannelCheck {
  /** Whether it reaches a rep. */
  readonly standing: (rep: Rep, facts: Facts) => Standing;
  /** What stands in the way of all messages by it; whom that leaves unreached is told for each rep. */
  readonly ofAccount: (reps: readonly Rep[], facts: Facts) => readonly Finding[];
}

export const CHANNEL_CHECKS: Readonly<Record<Channel, ChannelCheck>> = {
  sms: { standing: smsStanding, ofAccount: diagnoseSms },
  email: { standing: (rep, { topics }) => emailStanding(rep, topics), ofAccount: () => [] },
};
