import { describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../shared/ports/messenger.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { clause, MINUTE, rep } from '../support/agreement/small-agreement.ts';
import { alone, burst, by, digestOf, instant, lead, page } from '../support/scenario/digest-story.ts';
import { play } from '../support/scenario/scenario.ts';

const failing =
  (fails: (message: OutgoingMessage) => boolean) =>
  ({ messenger }: Ports): Partial<Ports> => ({
    messenger: { send: async (message) => (fails(message) ? { failure: 'rejected' } : messenger.send(message)) },
  });

describe('what is more than the agreed number', () => {
  it('goes together as soon as there is room, a single lead too', () =>
    play(
      alone(rep('ana', { channels: ['email'] }), { alerts: { throttle: { max: 2, perMs: 10 * MINUTE } } }),
      async (s) => {
        await s.capture('09:00', lead(1));
        await s.capture('09:03', lead(2));
        await s.capture('09:04', lead(3));
        await s.pass('09:09');
        s.expectMessages(['09:00 alert ana email', '09:03 alert ana email']);
        await s.pass('09:10');
        s.expectMessages(['09:10 digest ana email']);
        await s.capture('09:12', lead(4));
        await s.capture('09:13', lead(5));
        await s.pass('09:20');
        s.expectMessages(['09:13 digest ana email']);
        expect(s.sent.map(({ message }) => message.leadIds.length)).toEqual([1, 1, 1, 2]);
        await s.pass('+1 08:59');
      },
    ));

  it('waits for the end of quiet hours with its SMS', () =>
    play(alone(rep('ana', { channels: ['sms'], quiet: { from: 9 * 60 + 5, to: 11 * 60 } })), async (s) => {
      await burst(s, 8);
      await s.pass('10:59');
      s.expectMessages([0, 7, 15, 22, 30].map((second) => `${instant(second).replace(/:00$/, '')} alert ana sms`));
      await s.pass('11:00');
      s.expectMessages(['11:00 digest ana sms']);
      await s.pass('+1 08:59');
    }));

  it('leaves out who was answered for meanwhile', () =>
    play(alone(rep('ana', { channels: ['email'] })), async (s) => {
      await burst(s, 8);
      await s.accept('09:05', lead(6));
      await s.pass('09:10');
      expect(digestOf(s, 'email').leadIds).toHaveLength(2);
      s.ignoreMessages();
    }));

  it('goes by the other channel when its own fails', () =>
    play(
      alone(rep('ana', { channels: ['sms'] })),
      async (s) => {
        await burst(s, 8);
        await s.pass('09:30');
        expect(by(s, 'sms').map(({ message }) => message.purpose)).toEqual(Array(5).fill('alert'));
        expect(by(s, 'email').map(({ message }) => message.purpose)).toEqual(Array(3).fill('alert'));
        expect(s.facts(lead(7), 'RepAlerted')).toEqual([
          '09:10 RepAlerted ana digest sms failed: rejected',
          '09:10 RepAlerted ana alert email',
        ]);
        s.ignoreMessages();
      },
      { replace: failing((message) => message.channel === 'sms' && message.purpose === 'digest') },
    ));

  it('is sent again, whole, when its claim expired unrecorded', () => {
    let dropped = 0;
    const dropping = ({ messenger }: Ports): Partial<Ports> => ({
      messenger: {
        send: async (message) => {
          if (message.purpose !== 'digest' || dropped > 0) return messenger.send(message);
          dropped += 1;
          throw new Error('the process ended');
        },
      },
    });
    return play(
      alone(rep('ana', { channels: ['email'] })),
      async (s) => {
        await burst(s, 8);
        await s.pass('09:30');
        expect(dropped).toBe(1);
        expect(s.sent.map(({ message }) => message.purpose)).toEqual([...Array(5).fill('alert'), 'digest']);
        expect(digestOf(s, 'email').leadIds).toHaveLength(3);
        s.ignoreMessages();
      },
      { replace: dropping },
    );
  });

  it('counts again when it is sent again', () => {
    let hasEnded = false;
    const ending = ({ messenger }: Ports): Partial<Ports> => ({
      messenger: {
        send: async (message) => {
          const sent = await messenger.send(message);
          if (message.purpose !== 'digest' || hasEnded) return sent;
          hasEnded = true;
          throw new Error('the process ended');
        },
      },
    });
    return play(
      alone(rep('ana', { channels: ['email'] }), { alerts: { throttle: { max: 1, perMs: 10 * MINUTE } } }),
      async (s) => {
        await s.capture('09:00', lead(1));
        await s.capture('09:01', lead(2));
        await s.pass('09:12');
        await s.capture('09:13', lead(3));
        await s.pass('09:30');
        s.expectMessages([
          '09:00 alert ana email',
          '09:10 digest ana email',
          '09:11 digest ana email',
          '09:21 digest ana email',
        ]);
      },
      { replace: ending },
    );
  });

  it('goes at once when an agreement without the number is deployed', () =>
    play(alone(rep('ana', { channels: ['email'] })), async (s) => {
      await burst(s, 8);
      s.deploy(alone(rep('ana', { channels: ['email'] }), { alerts: {} }));
      await s.capture('09:02', lead(9));
      expect(digestOf(s, 'email').leadIds).toHaveLength(4);
      s.ignoreMessages();
    }));
});

describe('a digest', () => {
  it('has one link in its SMS that opens the list, and in its e-mail one for each lead', () =>
    play(alone(rep('ana')), async (s) => {
      await burst(s, 10);
      await s.pass('09:11');
      const link = /https:\S+$/.exec(digestOf(s, 'sms').text)?.[0] ?? '';
      const list = await page(s, link);
      expect(list.status).toBe(200);
      expect(list.html).toContain('5 leads wait for you');
      for (const index of [5, 6, 7, 8, 9]) expect(list.html).toContain(`Jo${index} Berg`);
      const links = digestOf(s, 'email').text.match(/https:\S+\.\d+$/gm) ?? [];
      expect(new Set(links).size).toBe(5);
      const first = await page(s, links[0] ?? '');
      expect(first.html).toContain('Jo5 Berg');
      expect(first.html).toContain(`<a href="${links[0]?.slice(-24, -2)}">All leads of this message</a>`);
      expect((await page(s, links[0] ?? '', 'answer=accept')).status).toBe(303);
      expect(s.facts(lead(5), 'LeadAccepted')).toHaveLength(1);
      s.ignoreMessages();
    }));

  it('opens no lead that is not on its list, and nothing once all is answered', () =>
    play(alone(rep('ana')), async (s) => {
      await burst(s, 7);
      await s.pass('09:11');
      const link = /https:\S+$/.exec(digestOf(s, 'sms').text)?.[0] ?? '';
      for (const wrong of ['.0', '.3', '.999', '.1.1', '.x'])
        expect((await page(s, `${link}${wrong}`)).status).toBe(404);
      await s.closed('09:12', lead(5), 'lost');
      await s.closed('09:12', lead(6), 'won');
      const list = await page(s, link);
      expect(list.html).toContain('Nothing is left to do here');
      expect(list.html).not.toContain('Berg');
      s.ignoreMessages();
    }));
});

describe('a message about several leads', () => {
  it('names a lead once, whatever is due of it', () =>
    play(
      alone(rep('ana', { channels: ['email'] }), {
        accept: clause(600, [
          [10, 'remind'],
          [20, 'remind'],
        ]),
        alerts: { throttle: { max: 2, perMs: 60 * MINUTE } },
      }),
      async (s) => {
        await s.capture('09:00', lead(1));
        await s.capture('09:01', lead(2));
        await s.pass('10:30');
        s.expectMessages(['09:00 alert ana email', '09:01 alert ana email', '10:00 remind ana email']);
        const reminder = s.sent.at(-1)?.message;
        expect(reminder?.leadIds).toHaveLength(2);
        expect(reminder?.text.match(/^\d\. /gm)).toEqual(['1. ', '2. ']);
        expect(s.facts(lead(1), 'RepAlerted')).toEqual([
          '09:00 RepAlerted ana alert email',
          '10:00 RepAlerted ana remind email',
        ]);
        await s.pass('18:00');
      },
    ));

  it('goes in the order in which its kinds were held back: no kind waits for ever', () =>
    play(
      alone(rep('ana', { channels: ['email'] }), {
        accept: clause(6000, [[5, 'remind']]),
        alerts: { throttle: { max: 1, perMs: 10 * MINUTE } },
      }),
      async (s) => {
        for (let index = 0; index < 8; index += 1)
          await s.capture(`09:${String(index * 4).padStart(2, '0')}`, lead(index));
        await s.pass('09:59');
        const purposes = s.sent.map(({ message }) => message.purpose);
        expect(purposes.slice(0, 4)).toEqual(['alert', 'digest', 'remind', 'digest']);
        s.ignoreMessages();
      },
    ));
});
