import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lead } from '../../shared/domain/lead/lead.ts';
import { itemBytes } from '../../shared/ports/item-size.ts';
import { MAX_ITEM_BYTES } from '../../shared/ports/store-rules.ts';
import { rep, smallAgreement, territory, withoutManager } from '../support/agreement/small-agreement.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';

/** Reasons and notes are as long as events may have them, and nobody gets too much at once. */
const agreement = smallAgreement({
  reps: [rep('ana'), rep('ben'), withoutManager(rep('mia'))],
  territories: [territory('Everywhere', ['ana', 'ben'])],
});

/** Texts that take one, three and four bytes a character. */
const text = (most: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('x', '漢', '😀', '\u0001', '"'),
      fc.oneof(fc.nat(20), fc.integer({ min: most / 2, max: most })),
    )
    .map(([letter, length]) => letter.repeat(Math.max(1, length)));

/** Others in each event: `#` stands for its number. */
const fields = fc
  .tuple(fc.nat(120), text(240), text(1_100))
  .map(([count, name, value]) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`#-${i}-${[...name].slice(0, 240).join('')}`, value])),
  );

const numbered = (data: object, number: number): object =>
  'fields' in data && typeof data.fields === 'object' && !Array.isArray(data.fields)
    ? {
        ...data,
        fields: Object.fromEntries(
          Object.entries(data.fields ?? {}).map(([name, value]) => [name.replace('#', String(number)), value]),
        ),
      }
    : data;

const whom = fc.constantFrom({ person: { email: JANE } }, { visitorId: 'browser-1' });

const told = fc.oneof(
  fc.tuple(whom, fields, text(1_100)).map(([who, further, industry]) => ({
    type: 'LeadCaptured',
    data: { ...who, company: { name: 'Acme', employees: 500, industry }, fields: further },
  })),
  fc.constant({
    type: 'LeadCaptured',
    data: { person: { email: JANE }, visitorId: 'browser-1', company: { name: 'Acme', employees: 500 } },
  }),
  fc.tuple(fc.boolean(), text(1_100), text(1_100)).map(([known, url, title]) => ({
    type: 'LeadActivityRecorded',
    data: { ...(known ? { email: JANE } : { visitorId: 'browser-1' }), kind: 'page-viewed', url, title },
  })),
  text(1_100).map((note) => ({
    type: 'RepAnswered',
    data: { email: JANE, answer: 'reject', reason: 'no-time', note },
  })),
  text(1_100).map((note) => ({ type: 'ContactAttempted', data: { email: JANE, channel: note, note } })),
  fc.constant({ type: 'LeadClosed', data: { email: JANE, outcome: 'won' } }),
  fc.nat(6_000).map((count) => ({
    type: 'LeadCaptured',
    data: { person: { email: JANE }, fields: Array.from({ length: count }, () => ({ ['__proto__']: 1 })) },
  })),
);

/** The same thing again and again: what grows, grows. */
const feed = fc.array(fc.tuple(told, fc.integer({ min: 1, max: 30 }), text(1_000)), { minLength: 1, maxLength: 6 });

const largest = (s: Scenario): number =>
  Math.max(
    0,
    ...[...s.runtime.store.leads()].flatMap((value: Lead) =>
      itemBytes({ key: { type: 'lead', id: value.id }, expectedVersion: 0, value }),
    ),
  );

describe('whatever is told, and however often', { timeout: 240_000 }, () => {
  it('never makes a document or a fact that the table or the bus does not take', () =>
    fc.assert(
      fc.asyncProperty(feed, (events) =>
        play(
          agreement,
          async (s) => {
            let minute = 0;
            for (const [{ type, data }, times, id] of events) {
              for (let i = 0; i < times; i += 1) {
                minute += 1;
                const at = `${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
                await s.event(at, type, numbered(data, minute), { id: `${i}-${minute}-${id}` });
              }
            }
            await s.pass('23:00');
            expect(s.runtime.deadLetters.map(({ queue }) => queue)).toEqual([]);
            // With room for what routing and answers add.
            expect(largest(s)).toBeLessThan(MAX_ITEM_BYTES / 2);
            s.ignoreMessages();
          },
          { may: ['die'] },
        ),
      ),
      { numRuns: 25 },
    ));
});
