import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import {
  rep,
  smallAgreement,
  territory,
  weekdays,
  withoutManager,
  withoutPhone,
} from '../support/agreement/small-agreement.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const MINUTE_MS = 60_000;

const agreement = smallAgreement({
  reps: [
    rep('ana', { capacity: { open: 2 }, schedule: weekdays(8, 12) }),
    rep('ben', { capacity: { perDay: 3 }, quiet: { from: 600, to: 660 } }),
    withoutPhone(rep('cem', { schedule: weekdays(9, 18, 'Europe/Berlin') })),
    withoutManager(rep('mia')),
  ],
  territories: [
    territory('North', ['ana'], { when: { field: 'location.country', test: { in: ['NO'] } }, overflow: 'Rest' }),
    territory('Rest', ['ben', 'cem']),
  ],
  sla: {
    alert: {
      withinMs: 60 * MINUTE_MS,
      steps: [
        { atMs: 20 * MINUTE_MS, do: 'tell-manager' },
        { atMs: 40 * MINUTE_MS, do: 'assign-manager' },
      ],
    },
  },
});

const THROTTLE = { max: 2, perMs: 30 * MINUTE_MS };

/** The same, with few messages to anybody, and marketing told of rejections. */
const throttled = {
  ...agreement,
  sla: {
    ...agreement.sla,
    pauseAfter: 2,
    alerts: { throttle: THROTTLE },
    marketing: { email: 'marketing@acme.example' },
  },
};

const EMAILS = ['a@acme.example', 'b@acme.example', 'c@mail.example', 'd@mail.example', 'e@mail.example'];

type Data = Readonly<Record<string, unknown>>;

interface Event {
  readonly minute: number;
  readonly type: string;
  readonly data: Data;
  /** Minutes before its delivery at which it occurred. */
  readonly ago: number;
}

const emails = fc.constantFrom(...EMAILS);

const kinds: fc.Arbitrary<{ readonly type: string; readonly data: Data }> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(emails, fc.constantFrom('NO', 'DE'), fc.constantFrom(5, 500, 500))
      .map(([email, country, employees]) => ({
        type: 'LeadCaptured',
        data: { person: { email }, company: { name: 'Acme', employees }, location: { country } },
      })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(emails, fc.constantFrom('demo-requested', 'webinar-attended')).map(([email, kind]) => ({
      type: 'LeadActivityRecorded',
      data: { email, kind },
    })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        emails,
        fc.constantFrom('accept', 'reject'),
        fc.constantFrom('no-time', 'not-a-fit', 'duplicate', 'nonsense'),
        fc.constantFrom(undefined, 'ana', 'ben'),
      )
      .map(([email, answer, reason, repId]) => ({ type: 'RepAnswered', data: { email, answer, reason, repId } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(emails, fc.constantFrom(undefined, 'ana', 'ben'))
      .map(([email, repId]) => ({ type: 'LeadContacted', data: { email, repId } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(emails, fc.constantFrom('ana', 'cem', 'mia', 'zoe'))
      .map(([email, repId]) => ({ type: 'LeadOwnerChanged', data: { email, repId } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(emails, fc.constantFrom(undefined, 'ana', 'ben'))
      .map(([email, repId]) => ({ type: 'ContactAttempted', data: { email, repId } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(emails, fc.constantFrom('won', 'lost', 'sales-qualified'))
      .map(([email, outcome]) => ({ type: 'LeadClosed', data: { email, outcome } })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('ana', 'ben', 'cem'),
        fc.constantFrom('away', 'away', 'back'),
        fc.constantFrom(undefined, '2026-11-02T11:00:00Z', '2026-11-03T09:00:00Z'),
        fc.boolean(),
      )
      .map(([repId, state, to, giveBack]) => ({
        type: 'RepAvailabilityChanged',
        data: { repId, state, to, giveBack },
      })),
  },
);

const days: fc.Arbitrary<readonly Event[]> = fc
  .array(
    fc
      .tuple(fc.integer({ min: 7 * 60, max: 15 * 60 }), kinds, fc.constantFrom(0, 0, 0, 20, 90))
      .map(([minute, kind, ago]): Event => ({ minute, ago, ...kind })),
    { minLength: 1, maxLength: 30, size: 'max' },
  )
  .map((events) => events.toSorted((a, b) => a.minute - b.minute));

const isClaim = (data: FactEvent['detail']['data']): boolean =>
  'decision' in data && 'by' in data.decision && data.decision.by === 'claim';

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const deliver = async (s: Scenario, events: readonly Event[]): Promise<void> => {
  for (const [index, { minute, ago, type, data }] of events.entries()) {
    await s.event(clock(minute), type, data, { id: `event-${index}`, occurredAt: clock(minute - ago) });
  }
  await s.pass('+3 00:00');
};

const groupBy = <T>(items: readonly T[], by: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
  return groups;
};

/** What a day comes to: every fact of every lead, every message, in order. */
const outcome = (s: Scenario): readonly string[] => [
  ...EMAILS.flatMap((email) => s.facts(email)),
  ...s.sent.map(({ at, message }) => `${at} ${message.purpose} ${message.rep} ${message.channel} ${message.to}`),
];

/** An owner, then an answer, and only then the capture of whom they are about. */
const ANSWERED_BEFORE: readonly Event[] = [
  { minute: 420, ago: 0, type: 'LeadOwnerChanged', data: { email: 'c@mail.example', repId: 'ana' } },
  { minute: 420, ago: 0, type: 'RepAnswered', data: { email: 'c@mail.example', answer: 'accept' } },
  {
    ...{ minute: 421, ago: 0, type: 'LeadCaptured' },
    data: { person: { email: 'c@mail.example' }, company: { name: 'Acme', employees: 5 }, location: { country: 'NO' } },
  },
];

/** A capture is alerted, and accepted within the same minute. */
const ANSWERED_AT_ONCE: readonly Event[] = [
  { minute: 420, ago: 0, type: 'LeadClosed', data: { email: 'a@acme.example', outcome: 'won' } },
  {
    ...{ minute: 427, ago: 0, type: 'LeadCaptured' },
    data: {
      person: { email: 'b@acme.example' },
      company: { name: 'Acme', employees: 500 },
      location: { country: 'NO' },
    },
  },
  { minute: 427, ago: 0, type: 'RepAnswered', data: { email: 'b@acme.example', answer: 'accept', reason: 'no-time' } },
];

describe('any day', { timeout: 60_000 }, () => {
  it('keeps the invariants at each commit, alerts each new owner at once and writes nothing twice', async () => {
    await fc.assert(
      fc.asyncProperty(days, (events) =>
        play(agreement, async (s) => {
          await deliver(s, events);
          const sent = s.sent.map(({ at, message: m }) => `${at} ${m.leadIds} ${m.purpose} ${m.rep} ${m.channel}`);
          expect(new Set(sent).size).toBe(sent.length);
          // An answer that came before its capture is given with the assignment: nobody has to be told then.
          const answered = new Set(
            s.published.flatMap(({ type, time, detail }) =>
              type === 'LeadAccepted' ? [`${time} ${detail.metadata.causationId} ${detail.leadId}`] : [],
            ),
          );
          const alerted = s.published
            // Whoever claims a lead knows of it.
            .filter(({ type, detail: { data } }) => type === 'LeadAssigned' && !isClaim(data))
            .filter(({ time, detail }) => !answered.has(`${time} ${detail.metadata.causationId} ${detail.leadId}`))
            .map(({ time, detail }) => {
              const to = 'rep' in detail.data ? detail.data.rep : '';
              return `${Date.parse(time)} ${detail.leadId} alert ${to} email`;
            });
          const alerts = sent.filter((line) => line.includes(' alert ') && line.endsWith('email'));
          expect(alerts.toSorted()).toEqual(alerted.toSorted());
          s.ignoreMessages();
        }),
      ),
      {
        numRuns: 40,
        examples: [[ANSWERED_BEFORE], [ANSWERED_AT_ONCE]],
      },
    );
  });

  it('comes to the same when every event and every fact is delivered twice', async () => {
    await fc.assert(
      fc.asyncProperty(days, async (events) => {
        const [once, twice]: string[][] = [[], []];
        await play(agreement, async (s) => {
          await deliver(s, events);
          once?.push(...outcome(s));
          s.ignoreMessages();
        });
        const doubled = ({ bus }: Ports): Partial<Ports> => ({
          bus: {
            publish: async (facts) => {
              await bus.publish(facts);
              return bus.publish(facts);
            },
          },
        });
        await play(
          agreement,
          async (s) => {
            for (const [index, { minute, ago, type, data }] of events.entries()) {
              const options = { id: `event-${index}`, occurredAt: clock(minute - ago) };
              await s.event(clock(minute), type, data, options);
              await s.event(clock(minute), type, data, options);
            }
            await s.pass('+3 00:00');
            twice?.push(...outcome(s));
            s.ignoreMessages();
          },
          { replace: doubled },
        );
        expect(twice).toEqual(once);
      }),
      { numRuns: 15 },
    );
  });

  it('sends nobody more than was agreed, and tells nobody of a lead twice', async () => {
    await fc.assert(
      fc.asyncProperty(days, (events) =>
        play(throttled, async (s) => {
          await deliver(s, events);
          const lanes = groupBy(s.sent, ({ message }) => `${message.rep} ${message.channel}`);
          for (const [lane, messages] of lanes) {
            for (const { at } of messages) {
              const within = messages.filter((one) => one.at >= at && one.at < at + THROTTLE.perMs);
              expect(within.length, lane).toBeLessThanOrEqual(THROTTLE.max);
            }
            const news = messages.filter(({ message }) => ['alert', 'digest'].includes(message.purpose));
            const told = news.flatMap(({ message }) => message.leadIds);
            const assigned = s.published.filter(
              ({ type, detail }) =>
                type === 'LeadAssigned' && 'rep' in detail.data && detail.data.rep === lane.split(' ')[0],
            );
            for (const leadId of new Set(told)) {
              const times = assigned.filter(({ detail }) => detail.leadId === leadId).length;
              expect(told.filter((one) => one === leadId).length).toBeLessThanOrEqual(times);
            }
          }
          expect([...s.runtime.store.leads()].flatMap(({ notices }) => notices)).toEqual([]);
          s.ignoreMessages();
        }),
      ),
      { numRuns: 30 },
    );
  });

  it.each([
    ['', agreement],
    [', held back or not', throttled],
  ])(
    'loses nothing%s when commits conflict, messages fail and the messenger throws now and then',
    async (_, agreed) => {
      await fc.assert(
        fc.asyncProperty(days, fc.infiniteStream(fc.nat({ max: 9 })), (events, dice) => {
          const roll = (): number => dice.next().value ?? 9;
          return play(
            agreed,
            async (s) => {
              await deliver(s, events);
              const owed = [...s.runtime.store.leads()].flatMap(({ notices }) => notices);
              expect(owed).toEqual([]);
              s.ignoreMessages();
            },
            {
              may: ['die'],
              replace: ({ store, messenger }) => ({
                store: { ...store, commit: async (writes) => (roll() < 2 ? 'conflict' : store.commit(writes)) },
                messenger: {
                  send: async (message) => {
                    const fate = roll();
                    if (fate === 0) throw new Error('SNS does not answer');
                    return fate === 1 ? { failure: 'rejected' } : messenger.send(message);
                  },
                },
              }),
            },
          );
        }),
        { numRuns: 15 },
      );
    },
  );
});
