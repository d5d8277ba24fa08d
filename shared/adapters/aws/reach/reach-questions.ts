import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { ReachQuestions } from '../../../ports/reach-questions.ts';
import { askSlack } from '../../slack/ask-slack.ts';
import type { SlackAccess } from '../../slack/slack-api.ts';
import { askSandbox } from './ask-sandbox.ts';
import { askOptedOut, askOrigins, askSpending } from './ask-sms.ts';

export interface AskedClients extends Pick<ReachQuestions, 'email'> {
  readonly sns: SNSClient;
  readonly cloudWatch: CloudWatchClient;
  readonly slack: SlackAccess;
}

/** What doctor and check-reach ask. */
export const createReachQuestions = ({ sns, cloudWatch, email, slack }: AskedClients): ReachQuestions => ({
  email,
  sandbox: () => askSandbox(sns),
  optedOut: () => askOptedOut(sns),
  spending: (now) => askSpending(sns, cloudWatch, now),
  origins: () => askOrigins(sns),
  slack: (members) => askSlack(members, slack),
});
