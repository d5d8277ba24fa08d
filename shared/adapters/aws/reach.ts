import {
  CheckIfPhoneNumberIsOptedOutCommand,
  GetSMSSandboxAccountStatusCommand,
  GetTopicAttributesCommand,
  paginateListSMSSandboxPhoneNumbers,
  type SNSClient,
} from '@aws-sdk/client-sns';
import { MINUTE_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { TimeSource } from '../../ports/time-source.ts';

/**
 * Why a message would not arrive. SNS takes such a message all the same, answers with a message id and
 * sends nothing. So nobody would be told by another channel.
 */
export interface Reach {
  /** Whether a number, in E.164, takes no SMS of this account: its owner wrote STOP. */
  readonly optedOut: (phone: string) => Promise<boolean>;
  /** Whether the account is in the SMS sandbox, and the number, in E.164, is not verified there. */
  readonly unverified: (phone: string) => Promise<boolean>;
  /** Whether a topic, by its ARN, has no confirmed subscription. */
  readonly unsubscribed: (topic: string) => Promise<boolean>;
}

/** What changes meanwhile is seen so much later. */
const KNOWN_MS = 10 * MINUTE_MS;

/** Of the account's sandbox, which has no name. */
const ACCOUNT = 'account';

/** Undefined outside the sandbox. It holds ten numbers at most. */
const verifiedNumbers = async (client: SNSClient): Promise<ReadonlySet<string> | undefined> => {
  const { IsInSandbox } = await client.send(new GetSMSSandboxAccountStatusCommand({}));
  if (IsInSandbox !== true) return undefined;
  const verified = new Set<string>();
  for await (const { PhoneNumbers = [] } of paginateListSMSSandboxPhoneNumbers({ client }, {})) {
    for (const { PhoneNumber, Status } of PhoneNumbers) {
      if (PhoneNumber !== undefined && Status === 'Verified') verified.add(PhoneNumber);
    }
  }
  return verified;
};

/** Asks about each subject once in ten minutes. Where SNS does not answer, that is `otherwise`, and the next call asks again. */
const remembering = <T>(
  time: Pick<TimeSource, 'now'>,
  otherwise: T,
  ask: (subject: string) => Promise<T>,
): ((subject: string) => Promise<T>) => {
  const known = new Map<string, { readonly at: Instant; readonly answer: T }>();
  return async (subject) => {
    const now = time.now();
    const before = known.get(subject);
    if (before !== undefined && now - before.at < KNOWN_MS) return before.answer;
    try {
      const answer = await ask(subject);
      known.set(subject, { at: now, answer });
      return answer;
    } catch {
      return otherwise;
    }
  };
};

/** Asks SNS before a message. Where SNS does not answer, the message goes, and SNS may decide itself. */
export const createReach = (client: SNSClient, time: Pick<TimeSource, 'now'>): Reach => {
  const verified = remembering(time, undefined, () => verifiedNumbers(client));
  return {
    optedOut: remembering(time, false, async (phoneNumber) => {
      const { isOptedOut = false } = await client.send(new CheckIfPhoneNumberIsOptedOutCommand({ phoneNumber }));
      return isOptedOut;
    }),
    unverified: async (phone) => (await verified(ACCOUNT))?.has(phone) === false,
    unsubscribed: remembering(time, false, async (TopicArn) => {
      const { Attributes } = await client.send(new GetTopicAttributesCommand({ TopicArn }));
      return Attributes?.SubscriptionsConfirmed === '0';
    }),
  };
};
