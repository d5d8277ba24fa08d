import {
  GetAccountCommand,
  GetEmailIdentityCommand,
  GetSuppressedDestinationCommand,
  NotFoundException,
  SESv2Client,
  type SESv2ClientConfig,
} from '@aws-sdk/client-sesv2';
import type { EmailReach, Recipient } from '../../../domain/alert/reach/account.ts';
import type { MailReturn } from '../../../domain/vocabulary/reach-failures.ts';
import { inBatches } from './in-batches.ts';

type OfSes = EmailReach & { readonly by: 'ses' };

export interface SesQuestions {
  readonly ses: SESv2Client;
  readonly identity: string;
  /** Waits between ten addresses and the next. */
  readonly rest: () => Promise<void>;
}

const unlessUnknown = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
};

/** Nobody's but the recipients' addresses are asked about: an account's list may hold those of all its customers. */
const askSuppressed = async (
  { ses, rest }: SesQuestions,
  recipients: readonly Recipient[],
): Promise<OfSes['suppressed']> => {
  const suppressed = new Map<string, MailReturn>();
  await inBatches(recipients, rest, async ({ id, email: EmailAddress }) => {
    const known = await unlessUnknown(ses.send(new GetSuppressedDestinationCommand({ EmailAddress })));
    const reason = known?.SuppressedDestination?.Reason;
    if (reason !== undefined) suppressed.set(id, reason === 'COMPLAINT' ? 'Complained' : 'Bounced');
  });
  return suppressed;
};

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/** Whoever has a verified address, or one of a verified domain. */
const askVerified = async (
  { ses, rest }: SesQuestions,
  recipients: readonly Recipient[],
): Promise<ReadonlySet<string>> => {
  const isVerified = async (EmailIdentity: string): Promise<boolean> => {
    const known = await unlessUnknown(ses.send(new GetEmailIdentityCommand({ EmailIdentity })));
    return known?.VerifiedForSendingStatus === true;
  };
  const domains = new Map<string, Promise<boolean>>();
  const verified = new Set<string>();
  await inBatches(recipients, rest, async ({ id, email }) => {
    const domain = domainOf(email);
    const ofDomain = domains.get(domain) ?? isVerified(domain);
    domains.set(domain, ofDomain);
    if ((await ofDomain) || (await isVerified(email))) verified.add(id);
  });
  return verified;
};

/** What SES tells of mail to these recipients. */
export const askSes = async (questions: SesQuestions, recipients: readonly Recipient[]): Promise<EmailReach> => {
  const { ses, identity: EmailIdentity } = questions;
  const [account, sender] = await Promise.all([
    ses.send(new GetAccountCommand({})),
    unlessUnknown(ses.send(new GetEmailIdentityCommand({ EmailIdentity }))),
  ]);
  const inSandbox = account.ProductionAccessEnabled === false;
  return {
    by: 'ses',
    identity: EmailIdentity,
    isVerified: sender?.VerifiedForSendingStatus === true,
    isPaused: account.SendingEnabled === false || account.EnforcementStatus === 'SHUTDOWN',
    sandbox: inSandbox ? { on: true, verified: await askVerified(questions, recipients) } : { on: false },
    suppressed: await askSuppressed(questions, recipients),
  };
};

export const openSes = (config: SESv2ClientConfig): SESv2Client => new SESv2Client(config);
