import type { Rep } from '../../agreement/agreement.ts';
import type { Channel } from '../../vocabulary/channels.ts';
import { MAIL_RETURNS, type ReachFailure } from '../../vocabulary/reach-failures.ts';
import type { ReachAnswers } from '../reach/account.ts';
import type { Standing } from '../reach/standing.ts';
import { emailStanding } from './email/email-standing.ts';
import { slackStanding } from './slack/slack-standing.ts';
import { smsStanding } from './sms/sms-standing.ts';

/** How it is known whether messages by a channel arrive. Apart from ChannelRules: whoever only asks composes nothing. */
export interface ReachRules {
  /** What an account has to be asked about it. */
  readonly asks: readonly (keyof ReachAnswers)[];
  /**
   * For which of these AWS takes a message and sends none, without having been asked by the sender: only `reach` knows.
   */
  readonly heeds: readonly ReachFailure[];
  /** Whether a message to the rep would arrive, by what the account answers. */
  standing(rep: Rep, answers: ReachAnswers): Standing;
}

export const REACH_RULES: Readonly<Record<Channel, ReachRules>> = {
  sms: { asks: ['sandbox', 'optedOut', 'spending', 'origins'], heeds: ['SpendLimitReached'], standing: smsStanding },
  email: { asks: ['email'], heeds: MAIL_RETURNS, standing: emailStanding },
  slack: { asks: ['slack'], heeds: [], standing: slackStanding },
};
