import { describe, expect, it } from 'vitest';
import type { Agreement, Rep } from '../../shared/domain/agreement/agreement.ts';
import type { OutgoingMessage } from '../../shared/ports/messenger.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import {
  clause,
  MINUTE,
  rep,
  smallAgreement,
  territory,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';
const JOHN = 'john@mail.example';
const JUNE = 'june@mail.example';

const phoneOf = ({ phone }: Rep): string => phone ?? '';

/** By SMS alone, so that what is listed is what their phone shows. */
const texted = (id: string, parts: Partial<Rep> = {}): Rep => rep(id, { channels: ['sms'], ...parts });

const ANA = phoneOf(texted('ana'));
const BEN = phoneOf(texted('ben'));

/** Ana alone, and nothing that the clock would do. */
const alone = (sla: Partial<Agreement['sla']> = {}, ana: Rep = texted('ana')): Agreement =>
  smallAgreement({
    reps: [ana, withoutManager(texted('mia'))],
    territories: [territory('Everywhere', ['ana'])],
    sla: { accept: clause(1440, []), contact: clause(1440, []), ...sla },
  });

const QUIET_TEAM = smallAgreement({
  reps: [texted('ana'), texted('ben'), withoutManager(texted('mia'))],
  territories: [territory('Everywhere', ['ana', 'ben'])],
});

const HOW =
  'Reply 1 to accept. To reject reply 21 for not-a-fit, 22 wrong-territory, 23 duplicate, 24 bad-contact, 25 no-time.';
const NOTHING =
  'No lead of our latest SMS waits for your answer. What you answered is recorded, others may be with a colleague. For a lead of an e-mail open its link.';
const ONE_WAITS =
  '1 lead of our latest SMS waits for your answer, and it is not certain that you mean it: please open its link.';
const SOME_WAIT = 'Several leads may wait for your answer: please open the link of the one you mean.';
const manyWait = (count: number): string =>
  `${count} leads of our latest SMS wait for your answer: please open the link of the one you mean.`;

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

const last = (s: Scenario): OutgoingMessage | undefined => s.sent.at(-1)?.message;

const answers = (s: Scenario, email: string): readonly string[] => s.facts(email, 'LeadAccepted', 'LeadRejected');

/** Of the messages that were sent about a lead, in order. */
const messageIds = (s: Scenario, email: string): readonly string[] => {
  const id = [...s.runtime.store.leads()].find((lead) => lead.email === email)?.id;
  return s.published.flatMap(({ detail: { leadId, data } }) =>
    leadId === id && 'messageId' in data && data.messageId !== undefined ? [data.messageId] : [],
  );
};

describe('a rep who replies to an SMS', () => {
  it('accepts the lead with 1, and hears nothing more', () =>
    play(alone(), async (s) => {
      await s.capture('09:00', JANE);
      await s.reply('09:10', { from: ANA, text: '1' });
      expect(answers(s, JANE)).toEqual(['09:10 LeadAccepted ana']);
      s.expectMessages(['09:00 alert ana sms']);
    }));

  it('rejects it with 2 and the number of a reason, as the agreement lists them', () =>
    play(QUIET_TEAM, async (s) => {
      await s.capture('09:00', JANE);
      await s.reply('09:10', { from: ANA, text: '2 5' });
      expect(answers(s, JANE)).toEqual(['09:10 LeadRejected ana no-time']);
      s.expectMessages(['09:00 alert ana sms', '09:10 alert ben sms']);
      await s.reply('09:11', { from: BEN, text: '23' });
      expect(answers(s, JANE)).toEqual(['09:10 LeadRejected ana no-time', '09:11 LeadRejected ben duplicate']);
    }));

  it('is late after the deadline, and has still answered', () =>
    play(alone({ accept: clause(30, []) }), async (s) => {
      await s.capture('09:00', JANE);
      await s.reply('09:40', { from: ANA, text: 'yes' });
      expect(answers(s, JANE)).toEqual(['09:40 LeadAccepted ana late by PT10M']);
      s.expectMessages(['09:00 alert ana sms']);
    }));

  it('answers the lead that is left when the others are answered', () =>
    play(alone(), async (s) => {
      await s.capture('09:00', JANE);
      await s.capture('09:01', JOHN);
      await s.accept('09:05', JANE);
      await s.reply('09:10', { from: ANA, text: '1' });
      expect(answers(s, JOHN)).toEqual(['09:10 LeadAccepted ana']);
      s.ignoreMessages();
    }));

  it('answers only for leads of which an SMS told', () =>
    play(alone({}, texted('ana', { channels: ['email'] })), async (s) => {
      await s.capture('09:00', JANE);
      await s.reply('09:10', { from: ANA, text: '1' });
      expect(answers(s, JANE)).toEqual([]);
      s.expectMessages(['09:00 alert ana email', '09:10 help ana sms']);
      expect(last(s)?.text).toBe(NOTHING);
    }));

  it('answers a reminder as well as the alert', () =>
    play(alone({ accept: clause(60, [[30, 'remind']]) }), async (s) => {
      await s.capture('09:00', JANE);
      await s.pass('09:30');
      await s.reply('09:31', { from: ANA, text: '1' });
      expect(answers(s, JANE)).toEqual(['09:31 LeadAccepted ana']);
      s.expectMessages(['09:00 alert ana sms', '09:30 remind ana sms']);
    }));

  it('is not taken to answer a lead of an earlier cycle', () =>
    play(alone({}, texted('ana', { quiet: { from: 10 * 60, to: 12 * 60 } })), async (s) => {
      await s.capture('09:00', JANE);
      await s.reject('09:10', JANE, 'not-a-fit');
      await s.activity('10:00', JANE, 'demo-requested');
      await s.capture('10:00', JANE);
      expect(s.facts(JANE, 'LeadAssigned')).toHaveLength(2);
      await s.reply('10:01', { from: ANA, text: '1' });
      expect(answers(s, JANE)).toEqual(['09:10 LeadRejected ana not-a-fit']);
      s.expectMessages(['09:00 alert ana sms', '10:01 help ana sms']);
      await s.pass('12:00');
      s.expectMessages(['12:00 alert ana sms']);
      await s.reply('12:01', { from: ANA, text: '1' });
      expect(answers(s, JANE)).toHaveLength(2);
    }));
});

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

describe('a reply that cannot be applied', () => {
  it.each(['3', '2', '29', 'ok', '1?', 'Please call me', '', '👍', '2 not sure'])(
    'gets the words that can be: %s',
    (text) =>
      play(alone(), async (s) => {
        await s.capture('09:00', JANE);
        await s.reply('09:10', { from: ANA, text });
        expect(answers(s, JANE)).toEqual([]);
        s.expectMessages(['09:00 alert ana sms', '09:10 help ana sms']);
        expect(last(s)).toEqual({
          rep: 'ana',
          purpose: 'help',
          leadIds: [],
          channel: 'sms',
          to: ANA,
          from: '+12065550100',
          text: HOW,
        });
      }),
  );

  it('asks which of several leads is meant', () =>
    play(alone(), async (s) => {
      for (const email of [JANE, JOHN, JUNE]) await s.capture('09:00', email);
      await s.reply('09:10', { from: ANA, text: '1' });
      expect([JANE, JOHN, JUNE].flatMap((email) => answers(s, email))).toEqual([]);
      expect(last(s)?.text).toBe(manyWait(3));
      s.ignoreMessages();
    }));

  it('is told once that the lead has gone, when it comes after a reassignment', () =>
    play(QUIET_TEAM, async (s) => {
      await s.capture('09:00', JANE);
      await s.pass('09:30');
      s.ignoreMessages();
      await s.reply('09:31', { from: ANA, text: '1' });
      s.expectMessages(['09:31 help ana sms']);
      expect(last(s)?.text).toBe(NOTHING);
      expect(answers(s, JANE)).toEqual([]);
      await s.reply('09:32', { from: BEN, text: '1' });
      expect(answers(s, JANE)).toEqual(['09:32 LeadAccepted ben']);
    }));

  it('is helped in quiet hours too, for the rep is awake', () =>
    play(alone({}, texted('ana', { quiet: { from: 22 * 60, to: 7 * 60 } })), async (s) => {
      await s.reply('23:00', { from: ANA, text: 'hello' });
      s.expectMessages(['23:00 help ana sms']);
    }));

  it('holds up no alert, however few messages are agreed on', () =>
    play(alone({ alerts: { throttle: { max: 1, perMs: 60 * MINUTE } } }), async (s) => {
      await s.reply('08:59', { from: ANA, text: 'hello' });
      await s.capture('09:00', JANE);
      s.expectMessages(['08:59 help ana sms', '09:00 alert ana sms']);
    }));

  it('is helped three times an hour, so that two machines do not talk for ever', () =>
    play(alone(), async (s) => {
      for (const minute of ['00', '05', '10', '15', '20', '59']) {
        await s.reply(`09:${minute}`, { from: ANA, text: 'I am out of the office' });
      }
      s.expectMessages(['09:00 help ana sms', '09:05 help ana sms', '09:10 help ana sms']);
      await s.capture('09:59', JANE);
      await s.reply('09:59', { from: ANA, text: '1' });
      expect(answers(s, JANE)).toEqual(['09:59 LeadAccepted ana']);
      s.expectMessages(['09:59 alert ana sms']);
      await s.reply('10:00', { from: ANA, text: 'I am out of the office' });
      s.expectMessages(['10:00 help ana sms']);
    }));

  it('is done with when its help cannot be sent', () =>
    play(
      alone(),
      async (s) => {
        await s.reply('09:00', { from: ANA, text: 'hello', id: 'one' });
        await s.reply('09:01', { from: ANA, text: 'hello', id: 'one' });
        s.expectMessages([]);
      },
      { replace: () => ({ messenger: { send: async () => ({ failure: 'OptedOutException' }) } }) },
    ));
});

describe('a reply that names the message which it answers', () => {
  it('is for that lead alone, among several', () =>
    play(alone(), async (s) => {
      for (const email of [JANE, JOHN, JUNE]) await s.capture('09:00', email);
      const [answered = ''] = messageIds(s, JOHN);
      await s.reply('09:10', { from: ANA, text: '2 3', answered });
      expect(answers(s, JOHN)).toEqual(['09:10 LeadRejected ana duplicate']);
      expect([...answers(s, JANE), ...answers(s, JUNE)]).toEqual([]);
      s.ignoreMessages();
    }));

  it('is for no other lead when that one has gone', () =>
    play(alone(), async (s) => {
      await s.capture('09:00', JANE);
      await s.capture('09:01', JOHN);
      await s.accept('09:05', JANE);
      const [answered = ''] = messageIds(s, JANE);
      await s.reply('09:10', { from: ANA, text: '1', answered });
      expect(answers(s, JOHN)).toEqual([]);
      expect(last(s)?.text).toBe(ONE_WAITS);
      s.ignoreMessages();
    }));

  it('is read as one that names none, if the message was not about leads', () =>
    play(alone(), async (s) => {
      await s.capture('09:00', JANE);
      await s.reply('09:10', { from: ANA, text: '1', answered: 'somebody-elses' });
      expect(answers(s, JANE)).toEqual(['09:10 LeadAccepted ana']);
      s.ignoreMessages();
    }));
});

describe('a reply to a digest', () => {
  const THROTTLED = alone({ alerts: { throttle: { max: 1, perMs: 10 * MINUTE } } });

  it('is ambiguous while several of its leads wait, and is for the last that does', () =>
    play(THROTTLED, async (s) => {
      for (const email of [JANE, JOHN, JUNE]) await s.capture('09:00', email);
      await s.pass('09:10');
      await s.accept('09:11', JANE);
      s.expectMessages(['09:00 alert ana sms', '09:10 digest ana sms']);
      await s.reply('09:12', { from: ANA, text: '1' });
      s.expectMessages(['09:12 help ana sms']);
      expect(last(s)?.text).toBe(manyWait(2));
      await s.accept('09:13', JOHN);
      const [answered = ''] = messageIds(s, JUNE);
      await s.reply('09:14', { from: ANA, text: '1', answered });
      expect(answers(s, JUNE)).toEqual(['09:14 LeadAccepted ana']);
    }));

  it('leaves the leads of other messages alone', () =>
    play(THROTTLED, async (s) => {
      for (const email of [JANE, JOHN, JUNE]) await s.capture('09:00', email);
      await s.pass('09:10');
      await s.accept('09:11', JOHN);
      const [answered = ''] = messageIds(s, JUNE);
      await s.reply('09:14', { from: ANA, text: '1', answered });
      expect(answers(s, JUNE)).toEqual(['09:14 LeadAccepted ana']);
      expect(answers(s, JANE)).toEqual([]);
      s.ignoreMessages();
    }));
});

describe('a reply where a digest was too long to remember', () => {
  const THROTTLED = alone({ alerts: { throttle: { max: 1, perMs: 10 * MINUTE } } });

  const emails = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) => `lead-${index}@mail.example`);

  /** Jane's alert, and a digest of so many more; what of it is remembered is answered. */
  const digested = async (s: Scenario, count: number): Promise<readonly string[]> => {
    await s.capture('09:00', JANE);
    for (const email of emails(count)) await s.capture('09:01', email);
    await s.pass('09:10');
    s.expectMessages(['09:00 alert ana sms', '09:10 digest ana sms']);
    const [{ message } = { message: undefined }] = s.sent.slice(-1);
    expect(message?.leadIds).toHaveLength(count);
    const told = (message?.leadIds ?? []).map((id) => s.runtime.store.lead(id)?.email ?? '');
    for (const email of told.slice(0, 20)) await s.accept('09:11', email);
    return told.slice(20);
  };

  it('is not said to be about nothing', () =>
    play(THROTTLED, async (s) => {
      const [left = ''] = await digested(s, 21);
      await s.accept('09:11', JANE);
      await s.reply('09:12', { from: ANA, text: '1' });
      expect(answers(s, left)).toEqual([]);
      s.expectMessages(['09:12 help ana sms']);
      expect(last(s)?.text).toBe(SOME_WAIT);
    }));

  it('does not answer the one that is left of the others, unless it names its message', () =>
    play(THROTTLED, async (s) => {
      await digested(s, 21);
      await s.reply('09:12', { from: ANA, text: '1' });
      expect(answers(s, JANE)).toEqual([]);
      s.expectMessages(['09:12 help ana sms']);
      expect(last(s)?.text).toBe(SOME_WAIT);
      const [answered = ''] = messageIds(s, JANE);
      await s.reply('09:13', { from: ANA, text: '1', answered });
      expect(answers(s, JANE)).toEqual(['09:13 LeadAccepted ana']);
    }));

  it('answers as ever where the digest was shorter', () =>
    play(THROTTLED, async (s) => {
      await digested(s, 19);
      await s.reply('09:12', { from: ANA, text: '1' });
      expect(answers(s, JANE)).toEqual(['09:12 LeadAccepted ana']);
    }));
});

describe('two reps with one phone', () => {
  const shared = smallAgreement({
    reps: [texted('ana'), texted('ben', { phone: ANA }), withoutManager(texted('mia'))],
    territories: [territory('Everywhere', ['ana', 'ben'])],
    sla: { accept: clause(1440, []), contact: clause(1440, []) },
  });

  it('answer for the one who has a lead', () =>
    play(shared, async (s) => {
      await s.capture('09:00', JANE);
      await s.accept('09:01', JANE);
      await s.capture('09:02', JOHN);
      s.expectMessages(['09:00 alert ana sms', '09:02 alert ben sms']);
      await s.reply('09:10', { from: ANA, text: '1' });
      expect(answers(s, JOHN)).toEqual(['09:10 LeadAccepted ben']);
    }));

  it('are asked which lead they mean when each has one', () =>
    play(shared, async (s) => {
      await s.capture('09:00', JANE);
      await s.capture('09:02', JOHN);
      s.ignoreMessages();
      await s.reply('09:10', { from: ANA, text: '1' });
      expect([...answers(s, JANE), ...answers(s, JOHN)]).toEqual([]);
      s.expectMessages(['09:10 help ana sms']);
    }));
});

describe('somebody else', () => {
  it('who writes to the number is not answered, and leaves nothing but a count', () => {
    const counted: string[] = [];
    const written: string[] = [];
    return play(
      alone(),
      async (s) => {
        await s.capture('09:00', JANE);
        s.ignoreMessages();
        const before = written.length;
        for (const text of ['1', '2 1', 'hello', 'STOP']) await s.reply('09:10', { from: '+4915550009999', text });
        expect(answers(s, JANE)).toEqual([]);
        expect(written).toHaveLength(before);
        expect(counted.filter((metric) => metric === 'StrangerIgnored')).toHaveLength(4);
      },
      {
        replace: ({ store, observer }) => ({
          observer: { ...observer, count: (metric) => void counted.push(metric) },
          store: {
            ...store,
            commit: (writes) => {
              written.push(...writes.map(({ key }) => key.type));
              return store.commit(writes);
            },
          },
        }),
      },
    );
  });

  it.each(['STOP', 'stop.', 'Opt-Out', 'HELP', 'UNSUBSCRIBE'])(
    'answers a rep who writes %s: the carrier does, and we do not',
    (text) =>
      play(alone(), async (s) => {
        await s.capture('09:00', JANE);
        await s.reply('09:10', { from: ANA, text });
        expect(answers(s, JANE)).toEqual([]);
        s.expectMessages(['09:00 alert ana sms']);
      }),
  );
});

describe('an alert', () => {
  const firstText = (s: Scenario): string => s.sent[0]?.message.text ?? '';

  it('says how it is answered by SMS, where that can be done', () =>
    play(
      alone(),
      async (s) => {
        await s.capture('09:00', JANE);
        expect(firstText(s)).toMatch(/Accept by Tue 09:00\. Reply 1 to accept\. https:\S+$/);
        s.ignoreMessages();
      },
      { repliesBySms: true },
    ));

  it('does not, unless it is said that it can', () =>
    play(alone(), async (s) => {
      await s.capture('09:00', JANE);
      expect(firstText(s)).toMatch(/Accept by Tue 09:00 https:\S+$/);
      s.ignoreMessages();
    }));

  it('does not, where it comes from a name, to which nobody can reply', () =>
    play(
      alone({ alerts: { senderId: 'Acme' } }),
      async (s) => {
        await s.capture('09:00', JANE);
        expect(firstText(s)).not.toContain('Reply');
        s.ignoreMessages();
      },
      { repliesBySms: true },
    ));
});
