import { describe, expect, it } from 'vitest';
import type { Ports } from '../../shared/ports/ports.ts';
import {
  ANA,
  alone,
  answers,
  JANE,
  JOHN,
  JUNE,
  last,
  messageIds,
  NOTHING,
  ONE_WAITS,
  QUIET_TEAM,
} from '../support/scenario/reply-story.ts';
import { play } from '../support/scenario/scenario.ts';

/** The reply of this id fails at its first delivery, as long as nothing of it is done; it comes again after three minutes. */
const failingOnce =
  (id: string) =>
  ({ store }: Ports): Partial<Ports> => {
    let failed = false;
    return {
      store: {
        ...store,
        load: async (keys) => {
          const fails = !failed && keys.some((key) => key.type === 'receipt' && key.id === `reply ${id}`);
          failed ||= fails;
          if (fails) throw new Error('the table is away');
          return store.load(keys);
        },
      },
    };
  };

describe('a reply that is delivered twice', () => {
  it('is applied once, and the rest is dropped', () =>
    play(alone(), async (s) => {
      await s.capture('09:00', JANE);
      await s.reply('09:10', { from: ANA, text: '1', id: 'one' });
      await s.capture('09:11', JOHN);
      await s.reply('09:12', { from: ANA, text: '1', id: 'one' });
      expect([...answers(s, JANE), ...answers(s, JOHN)]).toEqual(['09:10 LeadAccepted ana']);
      s.expectMessages(['09:00 alert ana sms', '09:11 alert ana sms']);
    }));

  it('is helped once', () =>
    play(alone(), async (s) => {
      await s.reply('09:10', { from: ANA, text: 'hello', id: 'one' });
      await s.reply('09:12', { from: ANA, text: 'hello', id: 'one' });
      s.expectMessages(['09:10 help ana sms']);
    }));

  /** The process ends once, before the first help is sent or after. */
  const interrupting =
    (when: 'before' | 'after') =>
    ({ messenger }: Ports): Partial<Ports> => {
      let interrupted = false;
      return {
        messenger: {
          send: async (message) => {
            if (message.purpose !== 'help' || interrupted) return messenger.send(message);
            interrupted = true;
            if (when === 'after') await messenger.send(message);
            throw new Error('the process ended');
          },
        },
      };
    };

  it('is helped at last where the sending was interrupted', () =>
    play(
      alone(),
      async (s) => {
        await s.reply('09:10', { from: ANA, text: 'hello' });
        s.expectMessages([]);
        await s.pass('09:30');
        s.expectMessages(['09:13 help ana sms']);
        expect(last(s)?.text).toBe(NOTHING);
      },
      { replace: interrupting('before') },
    ));

  it.each(['before', 'after'] as const)(
    'answers no lead any more once its help was owed, interrupted %s it went out',
    (when) =>
      play(
        alone(),
        async (s) => {
          for (const email of [JANE, JOHN]) await s.capture('09:00', email);
          s.expectMessages(['09:00 alert ana sms', '09:00 alert ana sms']);
          await s.reply('09:10', { from: ANA, text: '1' });
          s.expectMessages(when === 'after' ? ['09:10 help ana sms'] : []);
          await s.accept('09:11', JANE);
          await s.pass('09:30');
          expect(answers(s, JOHN)).toEqual([]);
          s.expectMessages(['09:13 help ana sms']);
          expect(last(s)?.text).toBe(ONE_WAITS);
        },
        { replace: interrupting(when) },
      ),
  );

  it('is decided again after a conflict', () => {
    let commits = 0;
    const meddling = ({ store }: Ports): Partial<Ports> => ({
      store: {
        ...store,
        commit: async (writes) => {
          const isReply = writes.some(({ key }) => key.id === 'reply one');
          commits += isReply ? 1 : 0;
          return isReply && commits === 1 ? 'conflict' : store.commit(writes);
        },
      },
    });
    return play(
      alone(),
      async (s) => {
        await s.capture('09:00', JANE);
        await s.reply('09:10', { from: ANA, text: '1', id: 'one' });
        expect(commits).toBe(2);
        expect(answers(s, JANE)).toEqual(['09:10 LeadAccepted ana']);
        s.ignoreMessages();
      },
      { replace: meddling },
    );
  });
});

describe('a reply that waited in its queue', () => {
  const waiting = { replace: failingOnce('one') };

  it('answers no lead of which its writer was told later', () =>
    play(
      QUIET_TEAM,
      async (s) => {
        await s.capture('09:00', JANE);
        await s.reply('09:01', { from: ANA, text: '1', id: 'one' });
        await s.reject('09:02', JANE, 'no-time');
        await s.capture('09:02:30', JOHN);
        s.expectMessages(['09:00 alert ana sms', '09:02 alert ben sms', '09:02:30 alert ana sms']);
        await s.pass('09:05');
        expect(answers(s, JOHN)).toEqual([]);
        s.expectMessages(['09:04 help ana sms']);
        expect(last(s)?.text).toBe(ONE_WAITS);
      },
      waiting,
    ));

  it('answers the lead that it was about, though another has come since', () =>
    play(
      alone(),
      async (s) => {
        await s.capture('09:00', JANE);
        await s.reply('09:01', { from: ANA, text: '1', id: 'one' });
        await s.capture('09:02', JOHN);
        await s.pass('09:05');
        expect(answers(s, JANE)).toEqual(['09:04 LeadAccepted ana']);
        expect(answers(s, JOHN)).toEqual([]);
        s.expectMessages(['09:00 alert ana sms', '09:02 alert ana sms']);
      },
      waiting,
    ));

  it('answers the lead of the message that it names', () =>
    play(
      alone(),
      async (s) => {
        for (const email of [JANE, JOHN]) await s.capture('09:00', email);
        const [answered = ''] = messageIds(s, JOHN);
        await s.reply('09:01', { from: ANA, text: '1', id: 'one', answered });
        await s.capture('09:02', JUNE);
        await s.pass('09:05');
        expect(answers(s, JOHN)).toEqual(['09:04 LeadAccepted ana']);
        s.ignoreMessages();
      },
      waiting,
    ));
});
