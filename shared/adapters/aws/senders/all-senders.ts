import type { SNSClient } from '@aws-sdk/client-sns';
import type { Channel } from '../../../domain/vocabulary/channels.ts';
import type { TimeSource } from '../../../ports/time-source.ts';
import type { SlackAccess } from '../../slack/slack-api.ts';
import { createSlackSender } from '../../slack/slack-chat.ts';
import { askBeforeEmail } from '../reach/before-email.ts';
import { askBeforeSms } from '../reach/before-sms.ts';
import { createEmailSender, type TopicOf } from './email.ts';
import type { Sender } from './sender.ts';
import { createSmsSender } from './sms.ts';

/** What the senders need of AWS, and of Slack. */
export interface SenderClients {
  readonly sns: SNSClient;
  readonly topicOf: TopicOf;
  readonly time: TimeSource;
  readonly slack: SlackAccess;
}

/** One for each channel. */
export const createSenders = ({
  sns,
  topicOf,
  time,
  slack,
}: SenderClients): { readonly [C in Channel]: Sender<C> } => ({
  sms: createSmsSender(sns, askBeforeSms(sns, time)),
  email: createEmailSender(sns, topicOf, askBeforeEmail(sns, time)),
  slack: createSlackSender({ ...slack, time }),
});
