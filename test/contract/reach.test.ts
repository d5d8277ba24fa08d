import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { SESv2Client, NotFoundException as UnknownToSes } from '@aws-sdk/client-sesv2';
import { NotFoundException, SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import { askSes } from '../../shared/adapters/aws/reach/ask-ses.ts';
import { askTopics } from '../../shared/adapters/aws/reach/ask-topics.ts';
import { createReachQuestions } from '../../shared/adapters/aws/reach/reach-questions.ts';
import { createMemoryReach, type MemoryAccount } from '../../shared/adapters/memory/memory-account.ts';
import type { SlackAccess } from '../../shared/adapters/slack/slack-api.ts';
import type { SlackWorkspace } from '../../shared/domain/alert/reach/account.ts';
import { stubbed } from '../support/store/stub-client.ts';
import { reachContract } from './reach-contract.ts';

const Asked = z.object({
  TopicArn: z.string().optional(),
  NextToken: z.string().optional(),
  nextToken: z.string().optional(),
});

/** One of all on each page, as AWS answers in pages: by the token of the page before. */
const page = (name: string, token: 'NextToken' | 'nextToken', all: readonly unknown[], input: object): object => {
  const at = Number(Asked.parse(input)[token] ?? 0);
  return { [name]: all.slice(at, at + 1), ...(at + 1 < all.length ? { [token]: String(at + 1) } : {}) };
};

const OfSes = z.object({ EmailAddress: z.string().optional(), EmailIdentity: z.string().optional() });

/** The part of an address that says who it is of, here: reps are called as their addresses begin. */
const repOf = (address: string): string => address.toLowerCase().replace(/@.*$/, '');

/** SES, as it answers for the account. */
const sesOf = (account: NonNullable<MemoryAccount['ses']>): SESv2Client => {
  const { identity, isVerified, isPaused, sandbox, suppressed } = account;
  const unknown = () => new UnknownToSes({ message: 'no such', $metadata: {} });
  const answers: Readonly<Record<string, (input: object) => object>> = {
    GetAccountCommand: () => ({ ProductionAccessEnabled: !sandbox.on, SendingEnabled: !isPaused }),
    GetEmailIdentityCommand: (input) => {
      const { EmailIdentity = '' } = OfSes.parse(input);
      if (EmailIdentity === identity) return { VerifiedForSendingStatus: isVerified };
      if (!sandbox.on || !sandbox.verified.has(repOf(EmailIdentity))) throw unknown();
      return { VerifiedForSendingStatus: true };
    },
    GetSuppressedDestinationCommand: (input) => {
      const reason = suppressed.get(repOf(OfSes.parse(input).EmailAddress ?? ''));
      if (reason === undefined) throw unknown();
      return { SuppressedDestination: { Reason: reason === 'Bounced' ? 'BOUNCE' : 'COMPLAINT' } };
    },
  };
  return stubbed(new SESv2Client({ region: 'eu-central-1' }), (command, input) => {
    const answer = answers[command];
    if (answer === undefined) throw new Error(`asked ${command}`);
    return answer(input);
  });
};

const json = (body: unknown) => ({ status: 200, headers: {}, body: JSON.stringify(body) });

/** As Slack's own API tells it. */
const slackOf = ({ mayWrite, members }: SlackWorkspace): SlackAccess => ({
  time: { now: () => 0 },
  secrets: { read: async () => ({ apiToken: 'xoxb-1', secrets: ['one'] }) },
  calls: {
    call: async ({ url, body }) => {
      if (!mayWrite) return json({ ok: false, error: 'token_revoked' });
      if (url.endsWith('auth.test')) return json({ ok: true });
      const is = members.get(new URLSearchParams(body).get('user') ?? '');
      return json(
        is === undefined ? { ok: false, error: 'ratelimited' } : { ok: true, user: { deleted: is === 'gone' } },
      );
    },
  },
});

/** The clients of AWS, as they answer for the account. */
const onAws = (account: MemoryAccount) => {
  const { ses, sandbox, subscriptions, optedOut, spending, origins, slack } = account;
  const region = 'eu-central-1';
  const answers: Readonly<Record<string, (input: object) => object>> = {
    ListSubscriptionsByTopicCommand: (input) => {
      const own = subscriptions.get(/[^:]+$/.exec(Asked.parse(input).TopicArn ?? '')?.[0] ?? '');
      if (own === undefined) throw new NotFoundException({ message: 'no topic', $metadata: {} });
      const all = own.map(({ address, confirmed }) => ({
        Protocol: 'email',
        Endpoint: address,
        SubscriptionArn: confirmed ? 'arn:aws:sns:eu-central-1:1:topic:1' : 'PendingConfirmation',
      }));
      return page('Subscriptions', 'NextToken', all, input);
    },
    GetSMSSandboxAccountStatusCommand: () => ({ IsInSandbox: sandbox.on }),
    ListSMSSandboxPhoneNumbersCommand: (input) => {
      const numbers = sandbox.on ? [...sandbox.verified] : [];
      const all = numbers.map((PhoneNumber) => ({ PhoneNumber, Status: 'Verified' }));
      return page('PhoneNumbers', 'NextToken', [{ PhoneNumber: '+491709', Status: 'Pending' }, ...all], input);
    },
    ListPhoneNumbersOptedOutCommand: (input) => page('phoneNumbers', 'nextToken', [...optedOut], input),
    GetSMSAttributesCommand: () => ({ attributes: { MonthlySpendLimit: String(spending.limit) } }),
    ListOriginationNumbersCommand: (input) => {
      const all = [...origins].map((Iso2CountryCode) => ({
        Iso2CountryCode,
        Status: 'ACTIVE',
        NumberCapabilities: ['SMS'],
      }));
      return page('PhoneNumbers', 'NextToken', all, input);
    },
  };
  const sns = stubbed(new SNSClient({ region }), (command, input) => {
    const answer = answers[command];
    if (answer === undefined) throw new Error(`asked ${command}`);
    return answer(input);
  });
  const topicOf = async (rep: string) => (rep === 'nobody' ? undefined : `arn:aws:sns:eu-central-1:1:${rep}`);
  const rest = async () => {};
  return createReachQuestions({
    sns,
    cloudWatch: stubbed(new CloudWatchClient({ region }), () => ({
      Datapoints: spending.spent === 0 ? [] : [{ Maximum: spending.spent }, { Maximum: spending.spent / 2 }],
    })),
    email: async (recipients) => {
      if (ses !== undefined) return askSes({ ses: sesOf(ses), identity: ses.identity, rest }, recipients);
      const ids = recipients.map(({ id }) => id);
      return { by: 'sns', topics: await askTopics({ sns, topicOf, rest }, ids) };
    },
    slack: slackOf(slack),
  });
};

reachContract('in memory', (account) => createMemoryReach(() => account));
reachContract('on AWS', onAws);
