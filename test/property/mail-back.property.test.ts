import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailTags } from '../../shared/contracts/email/mail-tags.ts';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import type { OutgoingMessage } from '../../shared/ports/messenger.ts';
import { createEmbedded } from '../../simulator/embedded.ts';
import type { MailBack } from '../../simulator/returned-mail.ts';
import {
  clause,
  MINUTE,
  rep,
  smallAgreement,
  territory,
  withoutManager,
} from '../support/agreement/small-agreement.ts';

const START = Date.UTC(2026, 10, 2, 9);

/** Ana by e-mail, Ben by both, and Mia, their manager, by SMS; three messages in a quarter of an hour. */
const agreement = smallAgreement({
  reps: [rep('ana', { channels: ['email'] }), rep('ben'), withoutManager(rep('mia', { channels: ['sms'] }))],
  territories: [territory('Everywhere', ['ana', 'ben'])],
  sla: {
    accept: clause(60, [
      [15, 'remind'],
      [30, 'tell-manager'],
    ]),
    alerts: { throttle: { max: 3, perMs: 15 * MINUTE } },
  },
});

/** What happens so many minutes after what was before. */
interface Step {
  readonly after: number;
  readonly do: 'capture' | 'accept' | 'back';
  /** Of the leads or of the mails so far, counted anew from the first where there are fewer. */
  readonly nth: number;
  readonly why: MailBack['why'];
  /** How often it is heard. */
  readonly times: number;
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    after: fc.nat({ max: 20 }),
    do: fc.constantFrom('capture', 'capture', 'accept', 'back', 'back'),
    nth: fc.nat({ max: 9 }),
    why: fc.constantFrom('Bounced', 'Bounced', 'Complained', 'Delayed'),
    times: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 3, maxLength: 14 },
);

interface Mail {
  readonly message: OutgoingMessage<'email'>;
  readonly messageId: string;
}

const isMail = (message: OutgoingMessage): message is OutgoingMessage<'email'> => message.channel === 'email';

const playStory = async (story: readonly Step[], timesOf: (step: Step) => number) => {
  const facts: FactEvent[] = [];
  const messages: OutgoingMessage[] = [];
  const mails: Mail[] = [];
  const back = new Set<string>();
  const runtime = createEmbedded({
    agreement,
    start: START,
    emailBy: 'ses',
    onFact: (fact) => facts.push(fact),
    onMessage: (message) => {
      messages.push(message);
      if (isMail(message)) mails.push({ message, messageId: `message-${messages.length}` });
    },
  });
  let at = START;
  let leads = 0;
  const tell = async (type: string, data: object): Promise<void> => {
    const id = `event-${facts.length}-${type}-${at}`;
    const time = new Date(at).toISOString();
    const metadata = { id, version: 1, occurredAt: time };
    await runtime.deliver(
      JSON.stringify({ id, source: 'web', time, 'detail-type': type, detail: { metadata, data } }),
      type,
    );
  };
  for (const step of story) {
    at += step.after * MINUTE;
    await runtime.runThrough(at);
    if (step.do === 'capture') {
      await tell('LeadCaptured', {
        person: { email: `p${leads}@c${leads}.example` },
        company: { name: 'C', employees: 500 },
      });
      leads += 1;
    } else if (step.do === 'accept' && leads > 0) {
      const nth = step.nth % leads;
      await tell('RepAnswered', { email: `p${nth}@c${nth}.example`, answer: 'accept' });
    } else if (step.do === 'back') {
      const mail = mails[step.nth % Math.max(1, mails.length)];
      if (mail === undefined) continue;
      if (step.why !== 'Delayed') back.add(mail.messageId);
      for (let time = 0; time < timesOf(step); time += 1) await runtime.mailBack({ ...mail, why: step.why });
    }
  }
  await runtime.runThrough(at + 20 * MINUTE);
  return { runtime, facts, messages, mails, back };
};

type Played = Awaited<ReturnType<typeof playStory>>;

/** What was told and sent, without the ids of events that are new each time. */
const toldBy = ({ facts, messages }: Played): readonly string[] => [
  ...facts.map(({ type, detail }) => `${type} ${detail.leadId ?? ''} ${JSON.stringify(detail.data)}`),
  ...messages.map(({ purpose, rep: to, channel, leadIds }) => `${purpose} ${to} ${channel} ${leadIds.join()}`),
];

describe('mails that come back', () => {
  it('are told and made up for once, however often they are heard', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (story) => {
        const once = await playStory(story, () => 1);
        const often = await playStory(story, ({ times }) => times);
        expect(toldBy(often)).toEqual(toldBy(once));
        expect(often.runtime.deadLetters).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('are never taken for sent, and whoever still has to act is told otherwise', async () => {
    let madeUp = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (story) => {
        const { runtime, facts, back } = await playStory(story, () => 1);
        for (const { notices, mailed = [] } of runtime.store.leads()) {
          const sent = [...notices, ...mailed].flatMap(({ deliveries }) =>
            deliveries.flatMap((one) => (one.state === 'sent' && one.messageId !== undefined ? [one.messageId] : [])),
          );
          expect(sent.filter((id) => back.has(id))).toEqual([]);
        }
        const alerted = facts.filter(({ type }) => type === 'RepAlerted');
        for (const [index, { detail }] of alerted.entries()) {
          const { data, leadId } = detail;
          if (!('failure' in data) || !('messageId' in data) || data.failure === undefined) continue;
          madeUp += 1;
          expect(back.has(data.messageId ?? '')).toBe(true);
          const others = alerted.filter(
            (one, place) =>
              one.detail.leadId === leadId &&
              'channel' in one.detail.data &&
              one.detail.data.channel === 'sms' &&
              (place > index || one.detail.data.rep === data.rep),
          );
          const lead = leadId === undefined ? undefined : runtime.store.lead(leadId);
          if (lead?.stage === 'assigned' && lead.attempt === data.attempt) expect(others).not.toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
    expect(madeUp).toBeGreaterThan(20);
  });

  it('carry nothing to SES but ids and words of ours', async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (story) => {
        const { mails } = await playStory(story, () => 1);
        for (const { message } of mails) {
          for (const value of Object.values(mailTags(message))) {
            seen += 1;
            // As SES takes them, and no address, name or link among them.
            expect(value).toMatch(/^(?:[0-9a-f]{32}|[0-9a-f]{64}|[a-z-]{5,16})$/);
          }
        }
      }),
      { numRuns: 30 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});
