import { describe, expect, it } from 'vitest';
import { clause, MINUTE, rep } from '../support/agreement/small-agreement.ts';
import { alone, burst, by, digestOf, lead, page } from '../support/scenario/digest-story.ts';
import { play, type SentMessage } from '../support/scenario/scenario.ts';

/** The most messages that went out within any ten minutes. */
const mostWithin = (messages: readonly SentMessage[], ms: number): number =>
  Math.max(0, ...messages.map(({ at }) => messages.filter((one) => one.at >= at && one.at < at + ms).length));

describe('two hundred hot leads in a minute for one rep', () => {
  it('are five alerts and one digest by each channel, every lead in one of them and none in two', () =>
    play(alone(rep('ana')), async (s) => {
      await burst(s, 200);
      await s.pass('12:00');
      for (const channel of ['sms', 'email'] as const) {
        const messages = by(s, channel);
        expect(messages.map(({ message }) => message.purpose)).toEqual([...Array(5).fill('alert'), 'digest']);
        const told = messages.flatMap(({ message }) => message.leadIds);
        expect(new Set(told).size).toBe(200);
        expect(told).toHaveLength(200);
        expect(mostWithin(messages, 10 * MINUTE)).toBe(5);
      }
      const alerted = s.published.filter(({ type }) => type === 'RepAlerted');
      expect(alerted).toHaveLength(400);
      s.ignoreMessages();
    }));

  it('meet the promise that the rep is alerted within the hour', () =>
    play(alone(rep('ana')), async (s) => {
      await burst(s, 60);
      await s.pass('12:00');
      expect(s.published.filter(({ type }) => type === 'SlaBreached')).toEqual([]);
      s.ignoreMessages();
    }));

  it('whose reminders and loss come together too, within the same number', () =>
    play(
      alone(rep('ana'), {
        accept: clause(30, [
          [15, 'remind'],
          [30, 'reassign'],
        ]),
      }),
      async (s) => {
        await burst(s, 40);
        await s.pass('12:00');
        for (const channel of ['sms', 'email'] as const) {
          expect(mostWithin(by(s, channel), 10 * MINUTE)).toBeLessThanOrEqual(5);
          expect(mostWithin(by(s, channel, 'mia'), 10 * MINUTE)).toBeLessThanOrEqual(5);
          for (const purpose of ['remind', 'taken-away'] as const) {
            const told = by(s, channel).filter(({ message }) => message.purpose === purpose);
            const leads = told.flatMap(({ message }) => message.leadIds);
            expect(new Set(leads).size, `${purpose} by ${channel}`).toBe(leads.length);
            if (purpose === 'remind' || channel === 'email') expect(leads).toHaveLength(40);
          }
        }
        s.ignoreMessages();
      },
    ));
});

describe('a message about very many leads', () => {
  it('keeps its page small', () =>
    play(alone(rep('ana')), async (s) => {
      for (let index = 0; index < 200; index += 1) {
        const name = 'Ñandú & “Søn” '.repeat(8);
        const person = { email: lead(index), firstName: name, lastName: name, title: name };
        await s.capture('09:00', lead(index), { person, company: { name, employees: 500 } });
      }
      await s.pass('09:11');
      const sms = digestOf(s, 'sms');
      const link = /https:\S+$/.exec(sms.text)?.[0] ?? '';
      const { html } = await page(s, link);
      expect(html).toContain('160 more');
      expect(Buffer.byteLength(html)).toBeLessThan(30_000);
      expect(Buffer.byteLength(digestOf(s, 'email').text)).toBeLessThan(256_000);
      s.ignoreMessages();
    }));

  it('is recorded once with each lead', () =>
    play(
      alone(rep('ana', { channels: ['email'] }), {
        accept: clause(6000, [
          [10, 'remind'],
          [20, 'remind'],
        ]),
        alerts: { throttle: { max: 1, perMs: 60 * MINUTE } },
      }),
      async (s) => {
        for (let index = 0; index < 30; index += 1) await s.capture('09:00', lead(index));
        await s.pass('12:30');
        const recorded = s.published.flatMap((event) => {
          const { data, leadId } = event.detail;
          return event.type === 'RepAlerted' && 'messageId' in data ? [`${leadId} ${data.messageId}`] : [];
        });
        expect(new Set(recorded).size).toBe(recorded.length);
        expect(s.sent.map(({ message }) => message.leadIds.length)).toEqual([1, 29, 30]);
        s.ignoreMessages();
      },
    ));
});
