import type { SNSClient } from '@aws-sdk/client-sns';
import type { EmailWay } from '../../../contracts/env/email.ts';
import type { TimeSource } from '../../../ports/time-source.ts';
import type { Sender } from './sender.ts';

/** Sends as the deployment does. Each way is a chunk of its own, with its client: only who goes it loads it, with the first mail. */
export const emailSenderOf = (way: EmailWay, sns: SNSClient, time: Pick<TimeSource, 'now'>): Sender<'email'> => {
  const open = async (): Promise<Sender<'email'>> =>
    way.by === 'ses'
      ? (await import('./ses-email.ts')).openSesSender(way)
      : (await import('./topic-email.ts')).openTopicSender(way, sns, time);
  let opened: Promise<Sender<'email'>> | undefined;
  /** What could not be loaded is loaded anew the next time. */
  const forget = (error: unknown): never => {
    opened = undefined;
    throw error;
  };
  return async (message) => {
    opened ??= open().catch(forget);
    return (await opened)(message);
  };
};
