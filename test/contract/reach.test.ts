import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { NotFoundException, SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
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
  const { sandbox, subscriptions, optedOut, spending, origins, slack } = account;
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
  return createReachQuestions({
    sns: stubbed(new SNSClient({ region }), (command, input) => {
      const answer = answers[command];
      if (answer === undefined) throw new Error(`asked ${command}`);
      return answer(input);
    }),
    cloudWatch: stubbed(new CloudWatchClient({ region }), () => ({
      Datapoints: spending.spent === 0 ? [] : [{ Maximum: spending.spent }, { Maximum: spending.spent / 2 }],
    })),
    topicOf: async (rep) => (rep === 'nobody' ? undefined : `arn:aws:sns:eu-central-1:1:${rep}`),
    slack: slackOf(slack),
    rest: async () => {},
  });
};

reachContract('in memory', (account) => createMemoryReach(() => account));
reachContract('on AWS', onAws);
