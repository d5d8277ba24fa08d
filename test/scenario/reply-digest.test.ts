import { describe, expect, it } from 'vitest';
import { MINUTE } from '../support/agreement/small-agreement.ts';
import {
  ANA,
  alone,
  answers,
  JANE,
  JOHN,
  JUNE,
  last,
  manyWait,
  messageIds,
  SOME_WAIT,
} from '../support/scenario/reply-story.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

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
