import type { SNSClient } from '@aws-sdk/client-sns';
import { SSMClient } from '@aws-sdk/client-ssm';
import type { EmailWay } from '../../../contracts/env/email.ts';
import type { TimeSource } from '../../../ports/time-source.ts';
import { askBeforeEmail } from '../reach/before-email.ts';
import { createRepTopics } from '../rep-topics.ts';
import { createEmailSender } from './email.ts';
import type { Sender } from './sender.ts';

/** By topics of SNS, whose ARNs parameters of SSM hold. */
export const openTopicSender = (
  { topics }: EmailWay & { readonly by: 'sns' },
  sns: SNSClient,
  time: Pick<TimeSource, 'now'>,
): Sender<'email'> => createEmailSender(sns, createRepTopics(new SSMClient({}), topics), askBeforeEmail(sns, time));
