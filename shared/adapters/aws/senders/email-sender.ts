import type { SNSClient } from '@aws-sdk/client-sns';
import type { EmailWay } from '../../../contracts/env/email.ts';
import type { TimeSource } from '../../../ports/time-source.ts';
import { openOnce } from '../open-once.ts';
import type { Sender } from './sender.ts';

/** Sends as the deployment does. Each way is a chunk of its own, with its client: only who goes it loads it, with the first mail. */
export const emailSenderOf = (way: EmailWay, sns: SNSClient, time: Pick<TimeSource, 'now'>): Sender<'email'> => {
  const opened = openOnce(async () =>
    way.by === 'ses'
      ? (await import('./ses-email.ts')).openSesSender(way)
      : (await import('./topic-email.ts')).openTopicSender(way, sns, time),
  );
  return async (message) => (await opened())(message);
};
