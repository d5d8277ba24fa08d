import type { SNSClient } from '@aws-sdk/client-sns';
import { SSMClient } from '@aws-sdk/client-ssm';
import type { EmailWay } from '../../../contracts/env/email.ts';
import type { TimeSource } from '../../../ports/time-source.ts';
import { askBeforeEmail } from '../reach/before-email.ts';
import { createRepTopics } from '../rep-topics.ts';
import { createEmailSender } from './email.ts';
import type { Sender } from './sender.ts';

/** Sends as the deployment does. The client of SES is a chunk of its own: only who sends by it loads it, with the first mail. */
export const emailSenderOf = (way: EmailWay, sns: SNSClient, time: Pick<TimeSource, 'now'>): Sender<'email'> => {
  if (way.by === 'sns') {
    return createEmailSender(sns, createRepTopics(new SSMClient({}), way.topics), askBeforeEmail(sns, time));
  }
  let opened: Promise<Sender<'email'>> | undefined;
  return async (message) => {
    opened ??= import('./ses-email.ts').then(({ openSesSender }) => openSesSender(way));
    return (await opened)(message);
  };
};
