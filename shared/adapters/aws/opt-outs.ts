import { CheckIfPhoneNumberIsOptedOutCommand, type SNSClient } from '@aws-sdk/client-sns';
import { MINUTE_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { TimeSource } from '../../ports/time-source.ts';

/** Whether a number, in E.164, takes no SMS of this account: its owner wrote STOP. */
export type OptedOut = (phone: string) => Promise<boolean>;

/** Whoever opts out meanwhile gets nothing all the same: SNS sees to that, but says nothing of it. */
const KNOWN_MS = 10 * MINUTE_MS;

/**
 * SNS takes a message to a number that has opted out, and sends nothing: nobody would be told by another
 * channel. A number is asked about once in ten minutes; where SNS does not answer, it may decide itself.
 */
export const createOptOuts = (client: SNSClient, time: Pick<TimeSource, 'now'>): OptedOut => {
  const known = new Map<string, { readonly at: Instant; readonly isOptedOut: boolean }>();
  return async (phoneNumber) => {
    const now = time.now();
    const before = known.get(phoneNumber);
    if (before !== undefined && now - before.at < KNOWN_MS) return before.isOptedOut;
    try {
      const { isOptedOut = false } = await client.send(new CheckIfPhoneNumberIsOptedOutCommand({ phoneNumber }));
      known.set(phoneNumber, { at: now, isOptedOut });
      return isOptedOut;
    } catch {
      return false;
    }
  };
};
