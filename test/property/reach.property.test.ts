import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rep } from '../../shared/domain/agreement/agreement.ts';
import type { Asked, EmailReach, ReachAnswers, Subscription } from '../../shared/domain/alert/reach/account.ts';
import { knownToFail } from '../../shared/domain/alert/reach/known-to-fail.ts';
import { decideReach, type Reach, UNKNOWN_REACH } from '../../shared/domain/alert/reach/reach.ts';
import type { RepFact } from '../../shared/domain/lead/rep-facts.ts';
import { CHANNELS } from '../../shared/domain/vocabulary/channels.ts';
import { rep } from '../support/agreement/small-agreement.ts';

const NOW = Date.UTC(2026, 10, 16, 9);
const HOUR = 3_600_000;
const SLACK = 'U0123ABCD';
const ANA = rep('ana', { phone: '+12065550100', slack: SLACK });

const asked = <T>(answer: fc.Arbitrary<T>): fc.Arbitrary<Asked<T>> =>
  fc.oneof(
    { weight: 4, arbitrary: answer.map((given) => ({ answer: given })) },
    { weight: 1, arbitrary: fc.constant({ refused: 'no' }) },
  );

const subscriptions: fc.Arbitrary<readonly Subscription[]> = fc.array(
  fc.record({ address: fc.constantFrom(ANA.email, 'ana@typo.example'), confirmed: fc.boolean() }),
  { maxLength: 2 },
);

const byTopics: fc.Arbitrary<EmailReach> = fc.option(subscriptions, { nil: undefined }).map((own) => ({
  by: 'sns',
  topics: new Map(own === undefined ? [] : [[ANA.id, { arn: 'arn', subscriptions: own }]]),
}));

const bySes: fc.Arbitrary<EmailReach> = fc.record({
  by: fc.constant('ses'),
  identity: fc.constant('sales.example'),
  isVerified: fc.boolean(),
  isPaused: fc.boolean(),
  sandbox: fc.constantFrom(
    { on: false } as const,
    { on: true, verified: new Set([ANA.id]) } as const,
    {
      on: true,
      verified: new Set<string>(),
    } as const,
  ),
  suppressed: fc.constantFrom(new Map(), new Map([[ANA.id, 'Bounced'] as const])),
});

/** Of an account in which anything may be wrong. */
const answers: fc.Arbitrary<ReachAnswers> = fc.record({
  email: asked<EmailReach>(fc.oneof(byTopics, bySes)),
  sandbox: asked(
    fc.constantFrom(
      { on: false } as const,
      { on: true, verified: new Set<string>() } as const,
      {
        on: true,
        verified: new Set([ANA.phone ?? '']),
      } as const,
    ),
  ),
  optedOut: asked(fc.boolean().map((is) => new Set(is ? [ANA.phone ?? ''] : []))),
  spending: asked(fc.constantFrom({ limit: 10, spent: 1 }, { limit: 10, spent: 10 })),
  origins: asked(fc.boolean().map((is) => new Set(is ? ['US'] : []))),
  slack: asked(
    fc.record({
      mayWrite: fc.boolean(),
      members: fc.constantFrom(new Map(), new Map([[SLACK, 'here' as const]]), new Map([[SLACK, 'gone' as const]])),
    }),
  ),
});

const people: fc.Arbitrary<Rep> = fc
  .uniqueArray(fc.constantFrom(...CHANNELS), { minLength: 1 })
  .map((channels) => ({ ...ANA, channels }));

const NOT_ANSWERED: ReachAnswers = {
  email: { refused: 'no' },
  sandbox: { refused: 'no' },
  optedOut: { refused: 'no' },
  spending: { refused: 'no' },
  origins: { refused: 'no' },
  slack: { refused: 'no' },
};

/** Hour after hour, each with its answers: the last state, and all that was told. */
const hours = (each: readonly { readonly of: Rep; readonly says: ReachAnswers }[]) =>
  each.reduce<{ readonly reach: Reach; readonly told: readonly RepFact[] }>(
    ({ reach, told }, { of, says }, hour) => {
      const next = decideReach(reach, of, says, NOW + hour * HOUR);
      return { reach: next.reach, told: [...told, ...next.facts] };
    },
    { reach: UNKNOWN_REACH, told: [] },
  );

const stories = fc.array(fc.record({ of: people, says: answers }), { minLength: 1, maxLength: 6 });

const reasonsOf = (reach: Reach) =>
  CHANNELS.flatMap((channel) => {
    const failing = reach.failing[channel];
    return failing === undefined ? [] : [{ channel, reason: failing.reason, since: failing.since }];
  });

const byChannel = (one: { readonly channel: string }, other: { readonly channel: string }): number =>
  one.channel < other.channel ? -1 : 1;

describe('whether messages reach a rep', () => {
  it('is told once, however often the same is answered', () => {
    fc.assert(
      fc.property(stories, answers, people, (story, says, of) => {
        const { reach } = hours([...story, { of, says }]);
        const again = decideReach(reach, of, says, NOW + 99 * HOUR);
        expect(again.facts).toEqual([]);
        expect(again.reach).toBe(reach);
      }),
    );
  });

  it('is all known to whoever heard the last that was told', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { reach, told } = hours(story);
        const last = told.at(-1);
        const known = last === undefined || !('failing' in last.data) ? [] : last.data.failing;
        expect(known.map(({ since, ...of }) => ({ ...of, since: Date.parse(since) })).toSorted(byChannel)).toEqual(
          reasonsOf(reach).toSorted(byChannel),
        );
        expect(last?.type === 'RepUnreachable').toBe(reach.unreachableSince !== undefined);
        expect(told).toHaveLength(reach.sequence);
      }),
    );
  });

  it('is a no where each of their channels is known to fail, and only there', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { reach } = hours(story);
        const channels = story.at(-1)?.of.channels ?? [];
        const fails = channels.every((channel) => reach.failing[channel] !== undefined);
        expect(reach.unreachableSince !== undefined).toBe(fails);
        expect(Object.keys(reach.failing).every((channel) => channels.some((own) => own === channel))).toBe(true);
      }),
    );
  });

  it('stays as it is known while AWS does not answer', () => {
    fc.assert(
      fc.property(stories, people, (story, of) => {
        const steady = story.map((one) => ({ ...one, of }));
        const { reach } = hours(steady);
        expect(decideReach(reach, of, NOT_ANSWERED, NOW + 99 * HOUR)).toEqual({ reach, facts: [] });
      }),
    );
  });
});

describe('a message that need not be tried', () => {
  const spent: Reach = { ...UNKNOWN_REACH, failing: { sms: { reason: 'SpendLimitReached', since: NOW } } };

  it('is one for which the money of the month is used up, until the month is over in UTC', () => {
    expect(knownToFail(spent, 'sms', NOW)).toBe('SpendLimitReached');
    expect(knownToFail(spent, 'sms', Date.UTC(2026, 10, 30, 23, 59))).toBe('SpendLimitReached');
    expect(knownToFail(spent, 'sms', Date.UTC(2026, 11, 1))).toBeUndefined();
    expect(knownToFail(spent, 'email', NOW)).toBeUndefined();
    expect(knownToFail(undefined, 'sms', NOW)).toBeUndefined();
  });

  it('is none for another reason: the sender asks about that itself', () => {
    const other: Reach = { ...UNKNOWN_REACH, failing: { sms: { reason: 'OptedOut', since: NOW } } };
    expect(knownToFail(other, 'sms', NOW)).toBeUndefined();
  });

  it('is one to an address that SES sends nothing to, until a check finds that it does', () => {
    for (const reason of ['Bounced', 'Complained'] as const) {
      const lost: Reach = { ...UNKNOWN_REACH, failing: { email: { reason, since: NOW } } };
      expect(knownToFail(lost, 'email', Date.UTC(2027, 5, 1))).toBe(reason);
      expect(knownToFail(lost, 'sms', NOW)).toBeUndefined();
    }
  });
});

describe('a subscription that is not there', () => {
  const topic = (...own: readonly Subscription[]): ReachAnswers => ({
    ...NOT_ANSWERED,
    email: { answer: { by: 'sns', topics: new Map([[ANA.id, { arn: 'arn', subscriptions: own }]]) } },
  });
  const confirmed = topic({ address: ANA.email, confirmed: true });
  const pending = topic({ address: ANA.email, confirmed: false });
  const byMail = { ...ANA, channels: ['email'] as const };
  const reasons = (...says: readonly ReachAnswers[]) =>
    hours(says.map((one) => ({ of: byMail, says: one }))).told.map(({ data }) =>
      'failing' in data ? (data.failing[0]?.reason ?? 'reached') : '',
    );

  it('was ended where it had been confirmed, and else never made or dropped', () => {
    expect(reasons(confirmed, topic())).toEqual(['Unsubscribed']);
    expect(reasons(pending, topic())).toEqual(['NotConfirmed', 'NotSubscribed']);
    expect(reasons(confirmed, topic(), confirmed)).toEqual(['Unsubscribed', 'reached']);
  });

  it('was dropped where a new address was never confirmed, whatever the one before was', () => {
    expect(reasons(confirmed, pending, topic())).toEqual(['NotConfirmed', 'NotSubscribed']);
  });
});
