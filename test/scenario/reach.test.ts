import { describe, expect, it } from 'vitest';
import { createMemoryReach, healthyAccount, type MemoryAccount } from '../../shared/adapters/memory/memory-account.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { CountedMetric } from '../../shared/ports/observer.ts';
import type { ReachQuestions } from '../../shared/ports/reach-questions.ts';
import { clause, rep, smallAgreement, territory, withoutManager } from '../support/agreement/small-agreement.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';
import { createCalendar } from '../support/scenario/scenario-time.ts';
import { tellFact } from '../support/scenario/tell-fact.ts';

const JANE = 'jane@acme.example';

/** Ana is told by both channels, Ben by SMS alone; Mia is their manager. */
const team = smallAgreement({
  reps: [rep('ana'), rep('ben', { channels: ['sms'] }), withoutManager(rep('mia', { channels: ['email'] }))],
  territories: [territory('Everywhere', ['ana', 'ben'])],
  sla: { accept: clause(1440, []) },
});

const alone = (channels: 'both' | 'sms'): Agreement =>
  smallAgreement({
    reps: [
      rep('ana', channels === 'both' ? {} : { channels: ['sms'] }),
      withoutManager(rep('mia', { channels: ['email'] })),
    ],
    territories: [territory('Everywhere', ['ana'])],
    sla: { accept: clause(1440, []) },
  });

interface Checked extends Scenario {
  /** Changes what the account answers. */
  change(is: Partial<MemoryAccount>): void;
  /** Passes up to the instant, and asks the account then. */
  check(at: string): Promise<void>;
  told(): readonly string[];
}

const SPENT = { spending: { limit: 1, spent: 1 } };
const WELL = { spending: { limit: 1_000, spent: 0 } };
const UNSUBSCRIBED = {
  subscriptions: new Map([
    ['ana', []],
    ['mia', [{ address: rep('mia').email, confirmed: true }]],
  ]),
};

const playChecked = (
  agreement: Agreement,
  story: (s: Checked) => Promise<void>,
  questions: (of: ReachQuestions) => ReachQuestions = (of) => of,
  counted: Partial<Record<CountedMetric, number>> = {},
) => {
  let account = healthyAccount(Object.values(agreement.reps));
  return play(
    agreement,
    (s) =>
      story({
        ...s,
        change: (is) => {
          account = { ...account, ...is };
        },
        check: async (at) => {
          await s.pass(at);
          await s.runtime.checkReach();
        },
        told: () =>
          s.published
            .filter(({ type }) => type === 'RepUnreachable' || type === 'RepReachable')
            .map((fact) => tellFact(fact, createCalendar('2026-11-02'))),
      }),
    {
      replace: ({ observer }) => ({
        reachQuestions: questions(createMemoryReach(() => account)),
        observer: {
          ...observer,
          count: (metric, value = 1) => {
            counted[metric] = (counted[metric] ?? 0) + value;
          },
        },
      }),
    },
  );
};

describe('reps whom messages reach', () => {
  it('are not told of', () =>
    playChecked(team, async (s) => {
      await s.check('09:17');
      await s.check('10:17');
      expect(s.told()).toEqual([]);
    }));
});

describe('a rep whom no channel reaches', () => {
  it('is told of once, and again when one does', () =>
    playChecked(team, async (s) => {
      await s.check('09:17');
      s.change(SPENT);
      await s.check('10:17');
      await s.check('11:17');
      s.change(WELL);
      await s.check('12:17');
      expect(s.told()).toEqual([
        '10:17 RepReachable ana by email, not sms SpendLimitReached',
        '10:17 RepUnreachable ben sms SpendLimitReached',
        '12:17 RepReachable ana by sms, email',
        '12:17 RepReachable ben by sms',
      ]);
    }));

  it('is told of as one whose subscription has ended, by whatever clicked on it', () =>
    playChecked(alone('both'), async (s) => {
      await s.check('09:17');
      s.change({ ...UNSUBSCRIBED, ...SPENT });
      await s.check('10:17');
      expect(s.told()).toEqual(['10:17 RepUnreachable ana sms SpendLimitReached, email Unsubscribed']);
    }));

  it('is not told of because AWS does not answer', () =>
    playChecked(
      team,
      async (s) => {
        s.change({ optedOut: new Set(Object.values(team.reps).map(({ phone = '' }) => phone)) });
        await s.check('09:17');
        expect(s.told()).toEqual([]);
      },
      (of) => ({ ...of, optedOut: () => Promise.reject(new Error('Throttled')) }),
    ));
});

describe('a check to which nothing is answered', () => {
  it('fails, and tells nothing', () => {
    const refused = () => Promise.reject(new Error('AccessDenied'));
    return playChecked(
      team,
      async (s) => {
        await expect(s.check('09:17')).rejects.toThrow(/answered none of/);
        expect(s.told()).toEqual([]);
      },
      () => ({
        email: refused,
        sandbox: refused,
        optedOut: refused,
        spending: refused,
        origins: refused,
        slack: refused,
      }),
    );
  });
});

describe("an SMS beyond the month's limit", () => {
  it('fails at once, and the e-mail stands alone', () =>
    playChecked(alone('both'), async (s) => {
      s.change(SPENT);
      await s.check('09:17');
      await s.capture('09:30', JANE);
      s.expectMessages(['09:30 alert ana email']);
      expect(s.facts(JANE, 'RepAlerted')).toEqual([
        '09:30 RepAlerted ana alert sms failed: SpendLimitReached',
        '09:30 RepAlerted ana alert email',
      ]);
    }));

  it('is stood in for by e-mail also where the rep has SMS alone', () =>
    playChecked(alone('sms'), async (s) => {
      s.change(SPENT);
      await s.check('09:17');
      await s.capture('09:30', JANE);
      s.expectMessages(['09:30 alert ana email']);
    }));

  it('is sent again in the next month, whether or not anybody has checked', () =>
    playChecked(alone('both'), async (s) => {
      s.change(SPENT);
      await s.check('09:17');
      await s.capture('+29 09:30', JANE);
      s.expectMessages(['+29 09:30 alert ana sms', '+29 09:30 alert ana email']);
    }));
});

describe('an e-mail by SES to an address that sent mail back', () => {
  const bySes = (...suppressed: readonly string[]): Partial<MemoryAccount> => ({
    ses: {
      by: 'ses',
      identity: 'leads.example',
      isVerified: true,
      isPaused: false,
      sandbox: { on: false },
      suppressed: new Map(suppressed.map((id) => [id, 'Bounced'])),
    },
  });

  it('fails at once, and is tried again when the address takes mail', () =>
    playChecked(alone('both'), async (s) => {
      s.change(bySes('ana'));
      await s.check('09:17');
      await s.capture('09:30', JANE);
      s.expectMessages(['09:30 alert ana sms']);
      expect(s.facts(JANE, 'RepAlerted')).toEqual([
        '09:30 RepAlerted ana alert sms',
        '09:30 RepAlerted ana alert email failed: Bounced',
      ]);
      s.change(bySes());
      await s.check('10:17');
      await s.capture('10:30', 'joe@other.example');
      s.expectMessages(['10:30 alert ana sms', '10:30 alert ana email']);
    }));

  it('is stood in for by SMS where the rep has e-mail alone', () =>
    playChecked(
      smallAgreement({
        reps: [rep('ana', { channels: ['email'] }), withoutManager(rep('mia', { channels: ['email'] }))],
        territories: [territory('Everywhere', ['ana'])],
        sla: { accept: clause(1440, []) },
      }),
      async (s) => {
        s.change(bySes('ana'));
        await s.check('09:17');
        await s.capture('09:30', JANE);
        s.expectMessages(['09:30 alert ana sms']);
      },
    ));
});

describe('a check', () => {
  const countedOn = async (is: Partial<MemoryAccount>, questions?: (of: ReachQuestions) => ReachQuestions) => {
    const counted: Partial<Record<CountedMetric, number>> = {};
    await playChecked(
      team,
      async (s) => {
        s.change(is);
        await s.check('09:17');
      },
      questions,
      counted,
    );
    return counted;
  };

  it('counts nothing where all is well', async () => {
    expect(await countedOn({})).toEqual({});
  });

  it('counts reps whom nothing reaches, and that the money for SMS is nearly spent', async () => {
    expect(await countedOn({ spending: { limit: 10, spent: 8 } })).toEqual({ SpendNearLimit: 1 });
    expect(await countedOn(SPENT)).toMatchObject({ SpendNearLimit: 1, RepsUnreachable: 1 });
  });

  it('counts strangers who get the leads of a rep, and not those who have yet to confirm', async () => {
    const own = Object.values(team.reps).map(({ id, email }) => [id, [{ address: email, confirmed: true }]] as const);
    const strangers = [
      { address: 'ana@typo.example', confirmed: true },
      { address: 'ana@typo2.example', confirmed: false },
    ];
    const subscriptions = new Map(own.map(([id, all]) => [id, id === 'ana' ? [...all, ...strangers] : all]));
    expect(await countedOn({ subscriptions })).toEqual({ StrangersSubscribed: 1 });
  });

  it('counts what is not answered', async () => {
    const deaf = (of: ReachQuestions) => ({ ...of, sandbox: () => Promise.reject(new Error('Throttled')) });
    expect(await countedOn({}, deaf)).toEqual({ ReachNotAnswered: 1 });
  });
});
