import { describe, expect, it } from 'vitest';
import { alertRep } from '../../functions/alert-rep/handler.ts';
import type { OutgoingMessage } from '../../shared/ports/messenger.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { sqsRecord } from '../../simulator/sqs-record.ts';
import {
  clause,
  MINUTE,
  rep,
  smallAgreement,
  territory,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { httpEvent } from '../support/pages/http-event.ts';
import { play, type Scenario, type SentMessage } from '../support/scenario/scenario.ts';

const THROTTLE = { throttle: { max: 5, perMs: 10 * MINUTE } };
const NO_STEPS = { accept: clause(1440, []) };

const alone = (ana: ReturnType<typeof rep>, sla = {}) =>
  smallAgreement({
    reps: [ana, withoutManager(rep('mia'))],
    territories: [territory('Everywhere', ['ana'])],
    sla: { ...NO_STEPS, alerts: THROTTLE, ...sla },
  });

const lead = (index: number): string => `lead-${index}@mail.example`;

const instant = (second: number): string => `09:00:${String(second % 60).padStart(2, '0')}`;

const burst = async (s: Scenario, count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) {
    await s.capture(instant(Math.floor((index * 60) / count)), lead(index), {
      person: { email: lead(index), firstName: `Jo${index}`, lastName: 'Berg' },
    });
  }
};

const by = (s: Scenario, channel: OutgoingMessage['channel'], rep: string | null = 'ana'): readonly SentMessage[] =>
  s.sent.filter(({ message }) => message.channel === channel && message.rep === rep);

/** The most messages that went out within any ten minutes. */
const mostWithin = (messages: readonly SentMessage[], ms: number): number =>
  Math.max(0, ...messages.map(({ at }) => messages.filter((one) => one.at >= at && one.at < at + ms).length));

const failing =
  (fails: (message: OutgoingMessage) => boolean) =>
  ({ messenger }: Ports): Partial<Ports> => ({
    messenger: { send: async (message) => (fails(message) ? { failure: 'rejected' } : messenger.send(message)) },
  });

const page = async (s: Scenario, link: string, body?: string): Promise<{ status: number; html: string }> => {
  const path = new URL(link).pathname;
  const event = httpEvent({
    method: body === undefined ? 'GET' : 'POST',
    path,
    ...(body === undefined ? {} : { body }),
  });
  const { statusCode = 0, body: html = '' } = await s.runtime.answer(event);
  return { status: statusCode, html };
};

const digestOf = (s: Scenario, channel: OutgoingMessage['channel']): OutgoingMessage => {
  const found = by(s, channel).find(({ message }) => message.purpose === 'digest');
  if (found === undefined) throw new Error(`no digest went out by ${channel}`);
  return found.message;
};

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

  it('keeps its page small however many leads it has', () =>
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
});

describe('what is held back for a lead that moves on', () => {
  it('takes nobody else’s place', () =>
    play(
      alone(rep('ana', { channels: ['email'] }), {
        contact: clause(6000, []),
        alerts: { throttle: { max: 2, perMs: 60 * MINUTE } },
      }),
      async (s) => {
        for (const index of [1, 2, 3, 4]) await s.capture(`09:0${index}`, lead(index));
        for (const index of [3, 4]) await s.accept(`09:1${index}`, lead(index));
        await s.capture('12:00', lead(5));
        await s.capture('12:05', lead(6));
        await s.pass('12:10');
        s.expectMessages([
          '09:01 alert ana email',
          '09:02 alert ana email',
          '12:00 alert ana email',
          '12:05 alert ana email',
        ]);
        await s.pass('+1 09:00');
      },
    ));

  it('still goes if its last owner keeps it', () =>
    play(
      smallAgreement({
        reps: [withoutManager(rep('ana', { channels: ['email'] }))],
        territories: [territory('Everywhere', ['ana'])],
        sla: { accept: clause(30, [[30, 'reassign']]), alerts: { throttle: { max: 1, perMs: 60 * MINUTE } } },
      }),
      async (s) => {
        await s.capture('09:00', lead(1));
        await s.accept('09:01', lead(1));
        await s.contacted('09:02', lead(1));
        await s.capture('09:05', lead(2));
        await s.pass('10:04');
        s.expectMessages(['09:00 alert ana email', '10:00 digest ana email']);
        expect(s.facts(lead(2), 'SlaBreached')).toEqual(['09:35 SlaBreached accept sales 1']);
        await s.pass('+1 09:00');
      },
    ));
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

  it('is recorded once with each lead, however many there are', () =>
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

describe('a lead that its last owner keeps', () => {
  it('has its place among those that are held back', () =>
    play(
      smallAgreement({
        reps: [withoutManager(rep('ana', { channels: ['email'] }))],
        territories: [territory('Everywhere', ['ana'])],
        sla: {
          accept: clause(30, [[30, 'reassign']]),
          contact: clause(6000, []),
          alerts: { throttle: { max: 1, perMs: 60 * MINUTE } },
        },
      }),
      async (s) => {
        await s.capture('09:00', lead(1));
        await s.accept('09:01', lead(1));
        await s.capture('09:05', lead(2));
        await s.capture('09:40', lead(3));
        await s.pass('10:00');
        s.expectMessages(['09:00 alert ana email', '10:00 digest ana email']);
        expect(digestOf(s, 'email').leadIds).toHaveLength(2);
        await s.pass('+1 09:00');
        s.ignoreMessages();
      },
    ));
});

describe('what quiet hours catch in the inbox', () => {
  const sleepy = rep('ana', { channels: ['sms'], quiet: { from: 9 * 60 + 11, to: 11 * 60 } });

  it('goes together when they end', () =>
    play(alone(withoutManager(sleepy)), async (s) => {
      for (let index = 0; index < 8; index += 1) await s.capture(`09:00:${30 + index}`, lead(index));
      await s.pass('10:59');
      s.ignoreMessages();
      await s.pass('11:30');
      s.expectMessages(['11:00 digest ana sms']);
      expect(digestOf(s, 'sms').leadIds).toHaveLength(3);
      await s.pass('+1 09:00');
    }));

  it('is recorded for those whom the message named, whoever looks at the others meanwhile', () => {
    let others: Ports | undefined;
    const looking = (own: Ports): Partial<Ports> => {
      others = own;
      return {
        messenger: {
          send: async (message) => {
            if (message.purpose === 'digest') {
              for (const id of (await own.store.dueBefore(own.time.now(), 10)).filter(isNotIn(message.leadIds))) {
                await alertRep(others ?? own)({
                  Records: [sqsRecord('alert-rep', 'look', JSON.stringify({ leadId: id }))],
                });
              }
            }
            return own.messenger.send(message);
          },
        },
      };
    };
    return play(
      alone(withoutManager(sleepy)),
      async (s) => {
        for (let index = 0; index < 8; index += 1) await s.capture(`09:00:${30 + index}`, lead(index));
        await s.pass('11:30');
        const named = s.sent.flatMap(({ message }) => message.leadIds);
        const alerted = s.published.filter(({ type }) => type === 'RepAlerted').map(({ detail }) => detail.leadId);
        expect(named.toSorted()).toEqual(alerted.toSorted());
        expect(new Set(named).size).toBe(8);
        s.ignoreMessages();
      },
      { replace: looking },
    );
  });
});

const isNotIn =
  (ids: readonly string[]) =>
  (id: string): boolean =>
    !ids.includes(id);
