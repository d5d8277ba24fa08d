import type {
  EmailReach,
  Sandbox,
  SlackWorkspace,
  Spending,
  Subscription,
  Topic,
} from '../../domain/alert/reach/account.ts';
import type { Addresses } from '../../domain/vocabulary/channels.ts';
import type { ReachQuestions } from '../../ports/reach-questions.ts';

/** An account in the process. */
export interface MemoryAccount {
  /** Those of each topic, by rep id or `MARKETING`; whoever is not here has no topic. */
  readonly subscriptions: ReadonlyMap<string, readonly Subscription[]>;
  /** Where e-mail goes by SES: topics count for nothing then. */
  readonly ses?: EmailReach & { readonly by: 'ses' };
  readonly sandbox: Sandbox;
  readonly optedOut: ReadonlySet<string>;
  readonly spending: Spending;
  readonly origins: ReadonlySet<string>;
  readonly slack: SlackWorkspace;
}

const topicOf = (recipient: string, subscriptions: readonly Subscription[]): readonly [string, Topic] => [
  recipient,
  { arn: `arn:aws:sns:eu-central-1:123456789012:${recipient}`, subscriptions },
];

/** `account` is asked at each question: it may have changed. */
export const createMemoryReach = (account: () => MemoryAccount): ReachQuestions => ({
  email: async (recipients) =>
    account().ses ?? {
      by: 'sns',
      topics: new Map(
        recipients.flatMap(({ id }) => {
          const own = account().subscriptions.get(id);
          return own === undefined ? [] : [topicOf(id, own)];
        }),
      ),
    },
  sandbox: async () => account().sandbox,
  optedOut: async () => account().optedOut,
  spending: async () => account().spending,
  origins: async () => account().origins,
  slack: async () => account().slack,
});

/** One in which everybody is reached: these have confirmed their addresses. */
export const healthyAccount = (people: readonly (Addresses & { readonly id: string })[]): MemoryAccount => ({
  subscriptions: new Map(people.map(({ id, email }) => [id, [{ address: email, confirmed: true }]])),
  sandbox: { on: false },
  optedOut: new Set(),
  spending: { limit: 1_000, spent: 0 },
  origins: new Set(['US']),
  slack: {
    mayWrite: true,
    members: new Map(people.flatMap(({ slack }) => (slack === undefined ? [] : [[slack, 'here'] as const]))),
  },
});
