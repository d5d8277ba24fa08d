import { describe, expect, it } from 'vitest';
import { MINUTE } from '../support/agreement/small-agreement.ts';
import {
  ANA,
  alone,
  answers,
  BEN,
  HOW,
  JANE,
  JOHN,
  JUNE,
  last,
  manyWait,
  NOTHING,
  QUIET_TEAM,
  texted,
} from '../support/scenario/reply-story.ts';
import { play } from '../support/scenario/scenario.ts';

describe('a reply that cannot be applied', () => {
  it.each(['2', '29', '4', 'ok', '1?', 'Please call me', '', '👍', '2 not sure'])(
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
