import { describe, expect, it } from 'vitest';
import { createMemoryReach, healthyAccount } from '../../shared/adapters/memory/memory-account.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { OutgoingMessage } from '../../shared/ports/messenger.ts';
import type { MailBack } from '../../simulator/returned-mail.ts';
import { clause, rep, smallAgreement, territory, withoutManager } from '../support/agreement/small-agreement.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';
import { createCalendar } from '../support/scenario/scenario-time.ts';
import { tellFact } from '../support/scenario/tell-fact.ts';

const JANE = 'jane@acme.example';
const JOE = 'joe@other.example';

const isMail = (message: OutgoingMessage): message is OutgoingMessage<'email'> => message.channel === 'email';

/** Ana's channels, and whether she has a phone; Mia, her manager, is told by SMS alone. */
const team = (
  channels: readonly ('email' | 'sms')[],
  {
    phone = true,
    throttle,
  }: { readonly phone?: boolean; readonly throttle?: Agreement['sla']['alerts']['throttle'] } = {},
): Agreement => {
  const { phone: number, ...voiceless } = rep('ana', { channels });
  const agreement = smallAgreement({
    reps: [
      phone ? { ...voiceless, ...(number === undefined ? {} : { phone: number }) } : voiceless,
      withoutManager(rep('mia', { channels: ['sms'] })),
    ],
    territories: [territory('Everywhere', ['ana'])],
    sla: { accept: clause(60, [[15, 'remind']]) },
  });
  if (throttle === undefined) return agreement;
  return { ...agreement, sla: { ...agreement.sla, alerts: { ...agreement.sla.alerts, throttle } } };
};

interface BySes extends Scenario {
  /** The latest mail to Ana comes back, at the instant that it is. */
  back(why?: MailBack['why'], more?: Partial<MailBack>): Promise<void>;
  /** Somebody takes Ana's address off the list. */
  takesMailAgain(): void;
  told(): readonly string[];
}

const playBySes = (agreement: Agreement, story: (s: BySes) => Promise<void>): Promise<void> => {
  const suppressed = new Map<string, 'Bounced' | 'Complained'>();
  const account = {
    ...healthyAccount(Object.values(agreement.reps)),
    ses: {
      by: 'ses',
      identity: 'leads.example',
      isVerified: true,
      isPaused: false,
      sandbox: { on: false },
      suppressed,
    },
  } as const;
  return play(
    agreement,
    (s) =>
      story({
        ...s,
        back: async (why = 'Bounced', more = {}) => {
          const index = s.sent.findLastIndex(({ message }) => isMail(message) && message.rep === 'ana');
          const message = s.sent[index]?.message;
          if (message === undefined || !isMail(message)) throw new Error('No mail went to Ana');
          if (why !== 'Delayed') suppressed.set('ana', why);
          await s.runtime.mailBack({ message, messageId: `message-${index + 1}`, why, ...more });
        },
        takesMailAgain: () => suppressed.clear(),
        told: () =>
          s.published
            .filter(({ type }) => type === 'RepUnreachable' || type === 'RepReachable')
            .map((fact) => tellFact(fact, createCalendar('2026-11-02'))),
      }),
    { emailBy: 'ses', replace: () => ({ reachQuestions: createMemoryReach(() => account) }) },
  );
};

describe('a mail that comes back', () => {
  it('goes by SMS at once where the rep has e-mail alone, and the next does too', () =>
    playBySes(team(['email']), async (s) => {
      await s.capture('09:00', JANE);
      s.expectMessages(['09:00 alert ana email']);
      await s.pass('09:01');
      await s.back();
      s.expectMessages(['09:01 alert ana sms']);
      expect(s.facts(JANE, 'RepAlerted')).toEqual([
        '09:00 RepAlerted ana alert email',
        '09:01 RepAlerted ana alert email failed: Bounced',
        '09:01 RepAlerted ana alert sms',
      ]);
      expect(s.told()).toEqual(['09:01 RepUnreachable ana email Bounced']);
      await s.capture('09:05', JOE);
      s.expectMessages(['09:05 alert ana sms']);
    }));

  it('goes to the manager where nothing else reaches the rep', () =>
    playBySes(team(['email'], { phone: false }), async (s) => {
      await s.capture('09:00', JANE);
      await s.pass('09:01');
      await s.back();
      s.expectMessages(['09:00 alert ana email', '09:01 tell-manager mia sms']);
    }));

  it('is not sent again where an SMS said the same, and the rep is still reached', () =>
    playBySes(team(['sms', 'email']), async (s) => {
      await s.capture('09:00', JANE);
      await s.pass('09:01');
      await s.back('Complained');
      s.expectMessages(['09:00 alert ana sms', '09:00 alert ana email']);
      expect(s.told()).toEqual(['09:01 RepReachable ana by sms, not email Complained']);
    }));

  it('changes nothing where it was only delayed', () =>
    playBySes(team(['email']), async (s) => {
      await s.capture('09:00', JANE);
      await s.back('Delayed');
      s.expectMessages(['09:00 alert ana email']);
      expect(s.told()).toEqual([]);
    }));

  it('is made up for once, however often it is told', () =>
    playBySes(team(['email']), async (s) => {
      await s.capture('09:00', JANE);
      for (let times = 0; times < 3; times += 1) await s.back('Bounced', { id: 'one' });
      await s.back();
      s.expectMessages(['09:00 alert ana email', '09:00 alert ana sms']);
      expect(s.told()).toHaveLength(1);
    }));

  it('is made up for no more once the rep has accepted the lead, and its channel fails all the same', () =>
    playBySes(team(['email']), async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('09:04', JANE);
      await s.back();
      s.expectMessages(['09:00 alert ana email']);
      expect(s.told()).toEqual(['09:04 RepUnreachable ana email Bounced']);
    }));

  it('is made up for no more after a day', () =>
    playBySes(team(['email']), async (s) => {
      await s.capture('09:00', JANE);
      const [first] = s.sent;
      if (first === undefined || !isMail(first.message)) throw new Error('No mail');
      await s.pass('+2 09:00');
      s.ignoreMessages();
      await s.runtime.mailBack({ message: first.message, messageId: 'message-1', why: 'Bounced' });
      s.expectMessages([]);
    }));

  it('says nothing of a rep who has another address by now, and its message goes by another channel', () =>
    playBySes(team(['email']), async (s) => {
      await s.capture('09:00', JANE);
      const { ana, ...others } = team(['email']).reps;
      if (ana === undefined) throw new Error('No Ana');
      s.deploy({ ...team(['email']), reps: { ana: { ...ana, email: 'ana@new.example' }, ...others } });
      await s.back();
      s.expectMessages(['09:00 alert ana email', '09:00 alert ana sms']);
      expect(s.told()).toEqual([]);
    }));

  it('is ignored where nobody knows the address, the message or the lead', () =>
    playBySes(team(['email']), async (s) => {
      await s.capture('09:00', JANE);
      s.ignoreMessages();
      await s.pass('09:05');
      const [first] = s.sent;
      if (first === undefined || !isMail(first.message)) throw new Error('No mail');
      const message = { ...first.message, to: 'nobody@elsewhere.example' };
      await s.runtime.mailBack({ message, messageId: 'unknown', why: 'Bounced' });
      const lost = { ...message, leadIds: ['no-such-lead'] };
      await s.runtime.mailBack({ message: lost, messageId: 'message-1', why: 'Bounced' });
      const several = { ...message, leadIds: ['one', 'two'], list: 'no-such-link' };
      await s.runtime.mailBack({ message: several, messageId: 'message-1', why: 'Complained' });
      s.expectMessages([]);
      expect(s.told()).toEqual([]);
    }));

  it('is made up for of each lead that a digest told of', () =>
    playBySes(team(['email'], { throttle: { max: 1, perMs: 600_000 } }), async (s) => {
      await s.capture('09:00', 'first@one.example');
      await s.capture('09:01', JANE);
      await s.capture('09:02', JOE);
      await s.pass('09:10');
      s.expectMessages(['09:00 alert ana email', '09:10 digest ana email']);
      await s.back();
      expect(s.facts(JANE, 'RepAlerted')).toContain('09:10 RepAlerted ana digest email failed: Bounced');
      expect(s.facts(JOE, 'RepAlerted')).toContain('09:10 RepAlerted ana digest email failed: Bounced');
      await s.pass('09:25');
      const texted = s.sent
        .filter(({ message }) => message.channel === 'sms')
        .flatMap(({ message }) => message.leadIds);
      expect(new Set(texted).size).toBe(2);
      s.ignoreMessages();
    }));

  it('is confirmed by the next check, and old news once a check finds that the address takes mail again', () =>
    playBySes(team(['email']), async (s) => {
      await s.capture('09:00', JANE);
      await s.pass('09:01');
      await s.back();
      const [first] = s.sent;
      if (first === undefined || !isMail(first.message)) throw new Error('No mail');
      const old = { message: first.message, messageId: 'message-1', why: 'Bounced', at: first.at + 60_000 } as const;
      await s.pass('09:17');
      await s.runtime.checkReach();
      expect(s.told()).toEqual(['09:01 RepUnreachable ana email Bounced']);
      s.takesMailAgain();
      await s.pass('10:17');
      await s.runtime.checkReach();
      s.ignoreMessages();
      await s.runtime.mailBack(old);
      expect(s.told()).toEqual(['09:01 RepUnreachable ana email Bounced', '10:17 RepReachable ana by email']);
      await s.capture('10:20', JOE);
      s.expectMessages(['10:20 alert ana email']);
    }));

  it('is not told of the rep where it is heard so late that the account has been asked since', () =>
    playBySes(team(['email']), async (s) => {
      await s.capture('09:00', JANE);
      await s.pass('11:30');
      s.ignoreMessages();
      const [first] = s.sent;
      if (first === undefined || !isMail(first.message)) throw new Error('No mail');
      await s.runtime.mailBack({ message: first.message, messageId: 'message-1', why: 'Bounced', at: first.at });
      expect(s.told()).toEqual([]);
      s.ignoreMessages();
    }));
});
