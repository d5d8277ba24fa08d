import { CheckIfPhoneNumberIsOptedOutCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Sandbox } from '../../../domain/alert/reach/account.ts';
import type { ReachFailure } from '../../../domain/vocabulary/reach-failures.ts';
import type { TimeSource } from '../../../ports/time-source.ts';
import { askSandbox } from './ask-sandbox.ts';
import { remembering } from './remembering.ts';

/** Why an SMS to a number, in E.164, would not arrive; undefined where it would. SNS takes it all the same: see BeforeEmail. */
export type BeforeSms = (phone: string) => Promise<ReachFailure | undefined>;

/** Of the account's sandbox, which has no name. */
const ACCOUNT = 'account';

/** Asks SNS before a message. Where SNS does not answer, the message goes, and SNS may decide itself. */
export const askBeforeSms = (client: SNSClient, time: Pick<TimeSource, 'now'>): BeforeSms => {
  const isOptedOut = remembering(time, false, async (phoneNumber) => {
    const { isOptedOut: is = false } = await client.send(new CheckIfPhoneNumberIsOptedOutCommand({ phoneNumber }));
    return is;
  });
  const sandboxOf = remembering<Sandbox>(time, { on: false }, () => askSandbox(client));
  return async (phone) => {
    // Abreast: a rep waits for the message.
    const [optedOut, sandbox] = await Promise.all([isOptedOut(phone), sandboxOf(ACCOUNT)]);
    if (optedOut) return 'OptedOut';
    return sandbox.on && !sandbox.verified.has(phone) ? 'NotVerified' : undefined;
  };
};
