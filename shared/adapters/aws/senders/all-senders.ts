import type { SNSClient } from '@aws-sdk/client-sns';
import type { Channel } from '../../../domain/vocabulary/channels.ts';
import type { TimeSource } from '../../../ports/time-source.ts';
import type { SlackAccess } from '../../slack/slack-api.ts';
import { createSlackSender } from '../../slack/slack-chat.ts';
import { askBeforeSms } from '../reach/before-sms.ts';
import type { Sender } from './sender.ts';
import { createSmsSender } from './sms.ts';

/** What the senders need of AWS, and of Slack. */
export interface SenderClients {
  readonly sns: SNSClient;
  /** As the deployment sends e-mail. */
  readonly email: Sender<'email'>;
  readonly time: TimeSource;
  readonly slack: SlackAccess;
}

/** One for each channel. */
export const createSenders = ({ sns, email, time, slack }: SenderClients): { readonly [C in Channel]: Sender<C> } => ({
  sms: createSmsSender(sns, askBeforeSms(sns, time)),
  email,
  slack: createSlackSender({ ...slack, time }),
});
