import anyAscii from 'any-ascii';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneNamed } from '../../examples/zone-named.ts';
import { composeSms } from '../../shared/domain/alert/channels/sms/compose-sms.ts';
import type { Handover } from '../../shared/domain/alert/text/handover.ts';
import { MESSAGE_LANGUAGES } from '../../shared/domain/language/message-language.ts';
import { OWNER_CLAUSES } from '../../shared/domain/vocabulary/clauses.ts';
import { countSeptets, HANDOVER } from '../support/scenario/handover-sample.ts';

/** `SMS_RUNS=10000` for as many leads as the promise is made for. */
const RUNS = Number(process.env.SMS_RUNS ?? 500);

const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnoprstuvwz'), minLength: 2, maxLength: 40 });
const word = letters.map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`);
const realNames = fc.constantFrom(
  'Müller-Lüdenscheidt',
  'Ñuñez',
  'Łukaszewicz',
  'Œuvrard',
  'Çelik',
  'Đorđević',
  'Hrafnsdóttir',
  'Wolfeschlegelsteinhausenbergerdorff',
  'Ковальчук',
  'Щербакова',
  'Παπαδόπουλος',
  'Zhang',
  '王',
  '김',
  'O’Connor',
  'van der Merwe',
);
const names = fc.oneof(
  word,
  realNames,
  fc.tuple(word, word).map((two) => two.join('-')),
);
const reason = fc.oneof(
  fc.constantFrom(
    'asked for a demo',
    'Demo angefragt',
    'demande de démo',
    'pidió una demostración',
    'read pricing',
    'Größe passt',
  ),
  fc.array(letters, { minLength: 1, maxLength: 8 }).map((words) => words.join(' ')),
);
const link = fc.integer({ min: 40, max: 90 }).map((septets) => `https://${'x'.repeat(septets - 8)}`);

const { due: _, ...SAMPLE } = HANDOVER;

const told: fc.Arbitrary<Handover> = fc
  .record({
    first: names,
    last: names,
    company: fc.option(names, { nil: undefined }),
    language: fc.constantFrom(...MESSAGE_LANGUAGES),
    purpose: fc.constantFrom('alert', 'remind', 'tell-manager'),
    clause: fc.constantFrom(...OWNER_CLAUSES),
    owner: fc.oneof(fc.constant('Ana Ortiz'), names),
    trigger: reason,
    also: reason,
    agoMs: fc.integer({ min: 0, max: 90 * 86_400_000 }),
    dueInMs: fc.integer({ min: -86_400_000, max: 7 * 86_400_000 }),
    takesReplies: fc.boolean(),
    isUnowned: fc.boolean(),
    link,
  })
  .map(({ first, last, company, language, owner, trigger, also, agoMs, dueInMs, clause, isUnowned, ...given }) => ({
    ...SAMPLE,
    ...given,
    to: { name: 'Ana Ortiz', zone: zoneNamed('Europe/Madrid'), language },
    owner: { name: owner },
    lead: {
      email: 'jane.doe@acme.example',
      fields: {
        'person.firstName': first,
        'person.lastName': last,
        ...(company === undefined ? {} : { 'company.name': company }),
      },
    },
    reasons: [
      { name: also, points: 80 },
      { name: trigger, points: 60 },
    ],
    trigger: { name: trigger, at: HANDOVER.now - agoMs },
    ...(isUnowned && given.purpose === 'tell-manager'
      ? { unowned: { alertBy: HANDOVER.now + dueInMs } }
      : { due: { clause, at: HANDOVER.now + dueInMs } }),
  }));

/** In capitals and without accents: how a text is written in Latin does not matter here, only that it is there. */
const bare = (text: string): string =>
  anyAscii(text.normalize('NFD').replace(/\p{M}/gu, ''))
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');

const DEADLINE = /\b\p{L}{2,3}\.? \d\d:\d\d\b/u;

/** The first letters, those in which spellings of one name agree; shorter texts whole. */
const begin = (text: string, count: number): string => bare(text).slice(0, count);

describe('an SMS about any lead, in any language, with a link of any length', () => {
  it(`is one segment with name, reason and deadline (${RUNS} leads)`, () => {
    fc.assert(
      fc.property(told, (given) => {
        const text = composeSms(given, anyAscii);
        expect(countSeptets(text)).toBeLessThanOrEqual(160);
        expect(text.endsWith(` ${given.link}`)).toBe(true);
        const words = text.slice(0, -(given.link ?? '').length);
        expect(words).toMatch(DEADLINE);
        const { fields } = given.lead;
        const last = String(fields['person.lastName']);
        const shown = bare(words.replace(/\(.*$/s, ''));
        expect(shown.length).toBeGreaterThan(6);
        // In Latin letters the family name can be read off; other scripts have tests of their own.
        if (/^[\p{Script=Latin}’ -]+$/u.test(last)) {
          const isCut = words.includes('...');
          const firstName = bare(String(fields['person.firstName']));
          // A name of two parts may be cut to its first.
          const kept = isCut ? begin(last.split(/[- ]/)[0] ?? '', 6) : begin(last, 8);
          expect(shown.includes(kept) || shown.includes(firstName.slice(0, 8))).toBe(true);
        }
        // Cut between words, no more than half of what there is room for is lost.
        expect(bare(words)).toContain(bare((given.trigger?.name ?? '').slice(0, 6)));
      }),
      { numRuns: RUNS },
    );
  });
});
