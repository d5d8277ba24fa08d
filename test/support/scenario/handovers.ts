import * as fc from 'fast-check';
import { zoneNamed } from '../../../examples/zone-named.ts';
import type { Handover } from '../../../shared/domain/alert/text/handover.ts';
import { MESSAGE_LANGUAGES } from '../../../shared/domain/language/message-language.ts';
import { countSeptets } from './handover-sample.ts';

/** Everything that ends a line somewhere. */
export const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
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
export const anyText = fc.oneof(
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
export const links = fc
  .string({ unit: fc.constantFrom(...'abcXYZ019-_.~/?='), minLength: 1, maxLength: 82 })
  .map((path) => `https://${path}`)
  .filter((url) => countSeptets(url) <= 90);

/** Whatever may be known of a lead, forged lines and hostile scripts too. */
export const handovers: fc.Arbitrary<Handover> = fc.record(
  {
    purpose: fc.constantFrom('alert', 'remind', 'tell-manager', 'taken-away'),
    to: fc.record({
      name: anyText,
      zone: fc
        .constantFrom('Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC')
        .map(zoneNamed),
      language: fc.constantFrom(...MESSAGE_LANGUAGES),
    }),
    now: instant,
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
    trigger: fc.record({ name: anyText, at: instant }, { requiredKeys: ['name'] }),
    activities: fc.array(
      fc.record(
        { at: instant, kind: anyText, title: anyText, url: anyText, contentId: anyText },
        { requiredKeys: ['at', 'kind'] },
      ),
      { maxLength: 4 },
    ),
    attempts: fc.array(
      fc.record({ at: instant, by: anyText, channel: anyText, note: anyText }, { requiredKeys: ['at', 'by'] }),
      { maxLength: 3 },
    ),
    sent: fc.array(fc.record({ at: instant, by: anyText, title: anyText }), { maxLength: 3 }),
    sendNext: fc.array(fc.record({ id: anyText, title: anyText, url: anyText }), { maxLength: 3 }),
    pastOwners: fc.array(anyText, { maxLength: 3 }),
    due: fc.record({ clause: fc.constantFrom('accept', 'contact', 'verdict'), at: instant }),
    territory: anyText,
    link: links,
  },
  {
    requiredKeys: [
      'purpose',
      'to',
      'now',
      'owner',
      'lead',
      'score',
      'reasons',
      'activities',
      'attempts',
      'sent',
      'sendNext',
      'pastOwners',
      'territory',
    ],
  },
);
