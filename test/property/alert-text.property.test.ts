import anyAscii from 'any-ascii';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Handover } from '../../shared/domain/alert/handover.ts';
import { messageText } from '../../shared/domain/alert/message-text.ts';
import { countSeptets } from '../support/handover-sample.ts';

/** Everything that ends a line somewhere. */
const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
const FORGED = 'FORGED: pay here';

const piece = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\ud800',
    '\udc00x',
    '👩‍💻👑🇩🇪',
    '\u202eمحمد\u202c',
    '王小明',
    'e\u0301\u0301\u0301',
    '\u200b\ufeff\u2066',
  ),
  fc.constantFrom('\n', '\r\n', '\u2028', '\u0085', '\v', '\0', '`', '{[€]}', '...', ' ', 'https://evil.example/x'),
);
const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 900, maxLength: 1_000 }) },
  { weight: 1, arbitrary: piece.map((text) => `${text || 'x'}`.repeat(1_000).slice(0, 1_000)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\n', '\r', '\u2029', '\u001d', '\u0085').map((end) => `${end}${FORGED}${end}`),
  },
);
const instant = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }).map(Number);
const points = fc.double({ noNaN: true, min: -1_000, max: 1_000 });
const link = fc
  .string({ unit: fc.constantFrom(...'abcXYZ019-_.~/?='), minLength: 1, maxLength: 82 })
  .map((path) => `https://${path}`)
  .filter((url) => countSeptets(url) <= 90);

const handover: fc.Arbitrary<Handover> = fc.record(
  {
    purpose: fc.constantFrom('alert', 'remind', 'tell-manager', 'taken-away'),
    to: fc.record({
      name: anyText,
      timeZone: fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'),
    }),
    owner: fc.record({ name: anyText }),
    lead: fc.record({
      email: anyText,
      fields: fc
        .tuple(
          fc.record(
            {
              'person.email': anyText,
              'person.firstName': anyText,
              'person.lastName': anyText,
              'person.phone': anyText,
              'company.name': anyText,
              'company.employees': fc.oneof(anyText, points),
              'location.country': anyText,
              'consent.call': fc.boolean(),
            },
            { requiredKeys: [] },
          ),
          fc.dictionary(anyText, fc.oneof(anyText, points, fc.boolean()), { maxKeys: 4 }),
        )
        .map(([known, further]) => ({ ...further, ...known })),
    }),
    score: points,
    reasons: fc.array(fc.record({ name: anyText, points }), { maxLength: 4 }),
    activities: fc.array(
      fc.record(
        { at: instant, kind: anyText, title: anyText, url: anyText, contentId: anyText },
        { requiredKeys: ['at', 'kind'] },
      ),
      { maxLength: 4 },
    ),
    sendNext: fc.array(fc.record({ title: anyText, url: anyText }), { maxLength: 3 }),
    pastOwners: fc.array(anyText, { maxLength: 3 }),
    due: fc.record({ clause: fc.constantFrom('accept', 'contact', 'verdict'), at: instant }),
    territory: anyText,
    link,
  },
  {
    requiredKeys: [
      'purpose',
      'to',
      'owner',
      'lead',
      'score',
      'reasons',
      'activities',
      'sendNext',
      'pastOwners',
      'territory',
    ],
  },
);

describe('whatever the fields of a handover contain', () => {
  it('an SMS is one segment of GSM-7, one line, with its link whole at the end', () => {
    fc.assert(
      fc.property(handover, (given) => {
        const { text } = messageText('sms', given, anyAscii);
        expect(countSeptets(text)).toBeLessThanOrEqual(160);
        expect(text).not.toMatch(LINE_END);
        const expectsLink = given.link !== undefined && given.purpose !== 'taken-away';
        if (expectsLink) expect(text.endsWith(` ${given.link}`)).toBe(true);
        expect(text.split('://')).toHaveLength(expectsLink ? 1 + given.link.split('://').length - 1 : 1);
      }),
      { numRuns: 500 },
    );
  });

  it('an SMS is one segment even where the transliteration is hostile', () => {
    fc.assert(
      fc.property(handover, fc.string({ unit: 'binary', maxLength: 8 }), (given, noise) => {
        const { text } = messageText('sms', given, () => noise);
        expect(countSeptets(text)).toBeLessThanOrEqual(160);
      }),
      { numRuns: 300 },
    );
  });

  it('a subject is printable ASCII of fewer than 100 characters', () => {
    fc.assert(
      fc.property(handover, (given) => {
        expect(messageText('email', given, anyAscii).subject).toMatch(/^[\x21-\x7e][\x20-\x7e]{0,98}$/);
      }),
      { numRuns: 500 },
    );
  });

  it('an e-mail is well-formed text in which every line begins with words of ours', () => {
    const ours =
      /^(Hello |Here is a hot lead: |This (is a reminder|needs your help|can happen)|Your lead |We could not reach |What to do: |Due: |Open the lead: |Name: |Phone: |E-mail: |Consent: |Company: |Employees: |Country: |Title: |- |WHO$|WHY HOT: SCORE -?[\d,.]+$|WHAT THEY READ AND DID, NEWEST FIRST$|WHAT TO SEND NEXT$|WHOSE IT IS$|No reason is recorded\.$|Nothing |Owner: |Past owners: |Territory: |$)/;
    fc.assert(
      fc.property(handover, (given) => {
        const { text } = messageText('email', given, anyAscii);
        for (const line of text.split(LINE_END)) expect(line).toMatch(ours);
        expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
        expect(text).not.toMatch(/[\p{Cf}\p{Cs}]|[^\P{Cc}\n]/u);
      }),
      { numRuns: 500 },
    );
  });
});
