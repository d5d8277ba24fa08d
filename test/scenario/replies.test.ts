import { describe, expect, it } from 'vitest';
import { clause, smallAgreement, territory, withoutManager } from '../support/agreement/small-agreement.ts';
import {
  ANA,
  alone,
  answers,
  BEN,
  JANE,
  JOHN,
  JUNE,
  last,
  messageIds,
  NOTHING,
  ONE_WAITS,
  QUIET_TEAM,
  texted,
} from '../support/scenario/reply-story.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

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
