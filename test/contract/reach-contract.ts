import { describe, expect, it } from 'vitest';
import type { MemoryAccount } from '../../shared/adapters/memory/memory-account.ts';
import type { Recipient, Topic } from '../../shared/domain/alert/reach/account.ts';
import type { ReachQuestions } from '../../shared/ports/reach-questions.ts';

const ACCOUNT: MemoryAccount = {
  subscriptions: new Map([
    [
      'ana',
      [
        { address: 'ana@sales.example', confirmed: true },
        { address: 'ana@typo.example', confirmed: false },
      ],
    ],
    ['ben', []],
  ]),
  sandbox: { on: true, verified: new Set(['+491701', '+491702']) },
  optedOut: new Set(['+491703', '+491704', '+491705']),
  spending: { limit: 25, spent: 20.5 },
  origins: new Set(['US', 'GB']),
  slack: {
    mayWrite: true,
    members: new Map([
      ['U0HERE', 'here'],
      ['U0GONE', 'gone'],
    ]),
  },
};

const [ANA, BEN, CEM] = [
  { id: 'ana', email: 'ana@sales.example' },
  { id: 'ben', email: 'Ben@Other.example' },
  { id: 'cem', email: 'cem@sales.example' },
] as const;

const SES: NonNullable<MemoryAccount['ses']> = {
  by: 'ses',
  identity: 'leads.example',
  isVerified: true,
  isPaused: false,
  sandbox: { on: false },
  suppressed: new Map(),
};

const NOW = Date.UTC(2026, 10, 16, 9);

/** What everybody answers who can be asked about an account. `make` gives one that speaks for this account. */
export const reachContract = (name: string, make: (account: MemoryAccount) => ReachQuestions): void => {
  describe(`an account ${name}`, () => {
    it('knows the subscriptions of each topic that is asked about, and no topic that is not there', async () => {
      const topicsOf = async (...recipients: readonly Recipient[]) => {
        const answer = await make(ACCOUNT).email(recipients);
        return answer.by === 'sns' ? answer.topics : new Map<string, Topic>();
      };
      const topics = await topicsOf(ANA, BEN, CEM);
      expect(new Map([...topics].map(([id, { subscriptions }]) => [id, subscriptions]))).toEqual(ACCOUNT.subscriptions);
      expect([...(await topicsOf(BEN)).keys()]).toEqual(['ben']);
      expect(topics.get('ana')?.arn).toMatch(/^arn:aws:sns:.*ana$/);
    });

    it('knows of SES whose mail it does not send any more, whom a sandbox sends to, and from what it may', async () => {
      for (const ses of [
        { ...SES, suppressed: new Map([['ana', 'Bounced'] as const, ['ben', 'Complained'] as const]) },
        { ...SES, sandbox: { on: true, verified: new Set(['ana', 'cem']) } as const },
        { ...SES, isVerified: false, isPaused: true },
      ]) {
        expect(await make({ ...ACCOUNT, ses }).email([ANA, BEN, CEM])).toEqual(ses);
      }
    });

    it('knows whether it is in the sandbox, and who is verified there', async () => {
      expect(await make(ACCOUNT).sandbox()).toEqual(ACCOUNT.sandbox);
      expect(await make({ ...ACCOUNT, sandbox: { on: false } }).sandbox()).toEqual({ on: false });
    });

    it('knows whether Slack takes our token, and which members are there', async () => {
      expect(await make(ACCOUNT).slack(['U0HERE', 'U0GONE'])).toEqual(ACCOUNT.slack);
      const revoked = { mayWrite: false, members: new Map() };
      expect(await make({ ...ACCOUNT, slack: revoked }).slack(['U0HERE'])).toEqual(revoked);
    });

    it('knows who has opted out', async () => {
      expect(await make(ACCOUNT).optedOut()).toEqual(ACCOUNT.optedOut);
      expect(await make({ ...ACCOUNT, optedOut: new Set() }).optedOut()).toEqual(new Set());
    });

    it('knows what a month of SMS may cost, and has cost', async () => {
      expect(await make(ACCOUNT).spending(NOW)).toEqual({ limit: 25, spent: 20.5 });
      expect(await make({ ...ACCOUNT, spending: { limit: 1, spent: 0 } }).spending(NOW)).toEqual({
        limit: 1,
        spent: 0,
      });
    });

    it('knows the countries of its numbers', async () => {
      expect(await make(ACCOUNT).origins()).toEqual(ACCOUNT.origins);
    });
  });
};
