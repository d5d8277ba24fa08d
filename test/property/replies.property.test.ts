import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeHelp } from '../../shared/domain/answer/compose-help.ts';
import { understandReply } from '../../shared/domain/answer/understand-reply.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { HOUR, MINUTE, rep, smallAgreement, territory, withoutManager } from '../support/agreement/small-agreement.ts';
import { countSeptets } from '../support/scenario/handover-sample.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const agreement = smallAgreement({
  reps: [
    rep('ana', { channels: ['sms'] }),
    rep('ben', { quiet: { from: 10 * 60, to: 11 * 60 } }),
    // One phone for two.
    rep('cem', { phone: rep('ben').phone ?? '' }),
    withoutManager(rep('mia')),
  ],
  territories: [territory('Everywhere', ['ana', 'ben', 'cem'])],
  sla: { alerts: { throttle: { max: 2, perMs: 20 * MINUTE } } },
});

const PHONES = ['ana', 'ben', 'mia'].flatMap((id) => agreement.reps[id]?.phone ?? []);
const STRANGER = '+4915550009999';

const EMAILS = Array.from({ length: 6 }, (_, index) => `lead-${index}@mail.example`);

const texts = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('1', 'yes', '1.') },
  { weight: 2, arbitrary: fc.constantFrom('2 1', '22', '2-3', '24', '2 5') },
  { weight: 1, arbitrary: fc.constantFrom('STOP', '2', '2 9', '1?', '') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2_000 }) },
);

type Step = { readonly minute: number } & (
  | { readonly does: 'capture'; readonly email: string }
  | { readonly does: 'reply'; readonly from: string; readonly text: string; readonly answered: number | undefined }
);

const minutes = fc.integer({ min: 8 * 60, max: 13 * 60 });

const steps: fc.Arbitrary<readonly Step[]> = fc
  .array(
    fc.oneof(
      fc.record({ minute: minutes, does: fc.constant('capture' as const), email: fc.constantFrom(...EMAILS) }),
      fc.record({
        minute: minutes,
        does: fc.constant('reply' as const),
        from: fc.constantFrom(...PHONES, STRANGER),
        text: texts,
        answered: fc.option(fc.nat({ max: 20 }), { nil: undefined }),
      }),
    ),
    { minLength: 5, maxLength: 30, size: 'max' },
  )
  .map((all) => all.toSorted((a, b) => a.minute - b.minute));

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const instantOf = (minute: number): number => Date.UTC(2026, 10, 2) + minute * MINUTE;

/** Replies of these ids fail when they first come, and come again three minutes later. */
const LATE = 'late-';

const failingFirst = ({ store }: Ports): Partial<Ports> => {
  const seen = new Set<string>();
  return {
    store: {
      ...store,
      load: async (keys) => {
        const late = keys.find(({ type, id }) => type === 'receipt' && id.startsWith(`reply ${LATE}`) && !seen.has(id));
        if (late !== undefined) {
          seen.add(late.id);
          throw new Error('the table is away');
        }
        return store.load(keys);
      },
    },
  };
};

const reply = async (s: Scenario, step: Extract<Step, { does: 'reply' }>): Promise<void> => {
  const { minute, from, text } = step;
  const answered = step.answered === undefined ? {} : { answered: `message-${step.answered}` };
  await s.runtime.runBefore(instantOf(minute));
  const [facts, messages] = [s.published.length, s.sent.length];
  const owners = [...s.runtime.store.leads()].map((lead) => [lead.id, 'owner' in lead ? lead.owner.rep : ''] as const);
  const ownerOf = new Map(owners);
  await s.reply(clock(minute), { from, text, ...answered });
  const answers = s.published.slice(facts).filter(({ type }) => type === 'LeadAccepted' || type === 'LeadRejected');
  const helps = s.sent.slice(messages).filter(({ message }) => message.purpose === 'help');
  expect(answers.length + helps.length).toBeLessThanOrEqual(1);
  for (const { detail } of answers) {
    const by = 'rep' in detail.data ? (detail.data.rep ?? '') : '';
    expect(agreement.reps[by]?.phone).toBe(from);
    expect(ownerOf.get(detail.leadId ?? '')).toBe(by);
    // Of which an SMS told this rep before.
    const told = s.sent.filter(({ message }) => message.channel === 'sms' && message.rep === by);
    expect(told.flatMap(({ message }) => message.leadIds)).toContain(detail.leadId);
  }
  for (const { message } of helps) {
    expect(message.to).toBe(from);
    expect(from).not.toBe(STRANGER);
    expect(message.leadIds).toEqual([]);
    expect(message.text).not.toMatch(/lead-\d|Acme|https?:/);
    expect(countSeptets(message.text)).toBeLessThanOrEqual(160);
  }
};

describe('whatever is texted to the two-way number', { timeout: 60_000 }, () => {
  it("answers for the sender's own leads alone, or gets one message, and few of them", async () => {
    await fc.assert(
      fc.asyncProperty(steps, (all) =>
        play(agreement, async (s) => {
          for (const step of all) {
            if (step.does === 'capture') await s.capture(clock(step.minute), step.email);
            else await reply(s, step);
          }
          const helps = s.sent.filter(({ message }) => message.purpose === 'help');
          for (const { at, message } of helps) {
            const within = helps.filter((one) => one.message.to === message.to && one.at >= at && one.at < at + HOUR);
            expect(within.length).toBeLessThanOrEqual(3);
          }
          s.ignoreMessages();
        }),
      ),
      { numRuns: 40 },
    );
  });

  it('answers no lead of which its sender was told later, however late it is read', async () => {
    await fc.assert(
      fc.asyncProperty(steps, (all) =>
        play(
          agreement,
          async (s) => {
            for (const [index, step] of all.entries()) {
              if (step.does === 'capture') await s.capture(clock(step.minute), step.email);
              else await s.reply(clock(step.minute), { from: step.from, text: step.text, id: `${LATE}${index}` });
            }
            await s.pass('14:00');
            for (const { detail } of s.published) {
              const { causationId } = detail.metadata;
              const written = causationId.startsWith(LATE) ? all[Number(causationId.slice(LATE.length))] : undefined;
              if (written === undefined) continue;
              const told = s.sent.filter(
                ({ at, message }) => message.channel === 'sms' && at <= instantOf(written.minute),
              );
              expect(told.flatMap(({ message }) => message.leadIds)).toContain(detail.leadId);
            }
            s.ignoreMessages();
          },
          { replace: failingFirst },
        ),
      ),
      { numRuns: 40 },
    );
  });

  it('is understood or unclear, and never throws', () => {
    const names = fc.string({ unit: fc.constantFrom(...'abcXYZ019._-'), minLength: 1, maxLength: 64 });
    const reasons = fc.dictionary(names, fc.constantFrom('reassign' as const, 'close' as const), {
      maxKeys: 40,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(texts, reasons, (text, agreed) => {
        const read = understandReply(text, agreed);
        if (read.says === 'reject') expect(agreed[read.reason]).toBe(read.action);
        expect(countSeptets(composeHelp({ about: 'how' }, Object.keys(agreed), 'en'))).toBeLessThanOrEqual(160);
      }),
      { numRuns: 500 },
    );
  });

  it('can be what the help lists, for each reason', () => {
    const reasons = fc.uniqueArray(fc.constantFrom('not-a-fit', 'duplicate', 'no-time', 'bad.contact', 'other_one'));
    fc.assert(
      fc.property(reasons, (names) => {
        const agreed = Object.fromEntries(names.map((name) => [name, 'close' as const]));
        const text = composeHelp({ about: 'how' }, names, 'en');
        for (const name of names) {
          const [, number = ''] = new RegExp(`(\\d+) (?:for )?${name.replace('.', '\\.')}[,.]`).exec(text) ?? [];
          expect(understandReply(number, agreed)).toEqual({ says: 'reject', reason: name, action: 'close' });
        }
      }),
    );
  });
});
