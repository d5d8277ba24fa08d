import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { ReachQuestions } from '../../../ports/reach-questions.ts';
import { askSandbox } from './ask-sandbox.ts';
import { askOptedOut, askOrigins, askSpending } from './ask-sms.ts';

export interface AskedClients extends Pick<ReachQuestions, 'email'> {
  readonly sns: SNSClient;
  readonly cloudWatch: CloudWatchClient;
}

/** What doctor and check-reach ask. */
export const createReachQuestions = ({ sns, cloudWatch, email }: AskedClients): ReachQuestions => ({
  email,
  sandbox: () => askSandbox(sns),
  optedOut: () => askOptedOut(sns),
  spending: (now) => askSpending(sns, cloudWatch, now),
  origins: () => askOrigins(sns),
});
