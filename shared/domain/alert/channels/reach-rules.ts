import type { Rep } from '../../agreement/agreement.ts';
import type { Channel } from '../../vocabulary/channels.ts';
import type { ReachAnswers } from '../reach/account.ts';
import type { Standing } from '../reach/standing.ts';
import { emailStanding } from './email/email-standing.ts';
import { slackStanding } from './slack/slack-standing.ts';
import { smsStanding } from './sms/sms-standing.ts';

/** How it is known whether messages by a channel arrive. Apart from ChannelRules: whoever only asks composes nothing. */
export interface ReachRules {
  /** What an account has to be asked about it. */
  readonly asks: readonly (keyof ReachAnswers)[];
  /** Whether what a month's messages by it may cost is limited, beyond which AWS takes them and sends none. */
  readonly hasSpendLimit: boolean;
  /** Whether a message to the rep would arrive, by what the account answers. */
  standing(rep: Rep, answers: ReachAnswers): Standing;
}

export const REACH_RULES: Readonly<Record<Channel, ReachRules>> = {
  sms: { asks: ['sandbox', 'optedOut', 'spending', 'origins'], hasSpendLimit: true, standing: smsStanding },
  email: { asks: ['topics'], hasSpendLimit: false, standing: emailStanding },
  slack: { asks: ['slack'], hasSpendLimit: false, standing: slackStanding },
};
