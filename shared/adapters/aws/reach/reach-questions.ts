import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { ReachQuestions } from '../../../ports/reach-questions.ts';
import { askSlack } from '../../slack/ask-slack.ts';
import type { SlackAccess } from '../../slack/slack-api.ts';
import { askSandbox } from './ask-sandbox.ts';
import { askOptedOut, askOrigins, askSpending } from './ask-sms.ts';
import { askTopics, type TopicQuestions } from './ask-topics.ts';

/** What doctor and check-reach ask. */
export const createReachQuestions = (
  questions: TopicQuestions & { readonly cloudWatch: CloudWatchClient; readonly slack: SlackAccess },
): ReachQuestions => {
  const { sns, cloudWatch, slack } = questions;
  return {
    topics: (recipients) => askTopics(questions, recipients),
    sandbox: () => askSandbox(sns),
    optedOut: () => askOptedOut(sns),
    spending: (now) => askSpending(sns, cloudWatch, now),
    origins: () => askOrigins(sns),
    slack: (members) => askSlack(members, slack),
  };
};
