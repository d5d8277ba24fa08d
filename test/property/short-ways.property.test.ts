import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKind } from '../../shared/contracts/events/field-readers.ts';
import { problemsOfEvent, readInbound } from '../../shared/contracts/events/read-inbound.ts';
import { INBOUND_TYPES } from '../../shared/domain/vocabulary/inbound-types.ts';
import { readEmailAddress } from '../../shared/fields/email-address.ts';
import { readInstant } from '../../shared/fields/instant.ts';
import { isNoValue, isPlaceholder } from '../../shared/fields/placeholder.ts';

/** Letters and digits as Japanese keyboards write them: such a text is read the long way, and says the same. */
const wide = (text: string): string =>
  text.replace(/[a-z0-9]/gi, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

const word = fc.constantFrom(
  'n',
  'a',
  'n/a',
  'Null',
  'NONE',
  'test',
  'unknown',
  'select',
  'an',
  'option',
  'x',
  'xxx',
  '0',
  '00',
  '1',
  '11111',
  'aaa',
  '#REF!',
  'value',
  'div',
  'tester',
  'k.a.',
  'nad',
);
const ascii = fc.oneof(
  fc
    .array(fc.oneof(word, fc.constantFrom(' ', '-', '.', '(', ')', '/', '#')), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join('')),
  fc.string({ minLength: 1, maxLength: 45 }),
);

describe('what is read a shorter way says the same as the long way', () => {
  it('a placeholder in ASCII, and in full-width letters', () => {
    fc.assert(
      fc.property(ascii, (text) => {
        fc.pre(/[a-z0-9]/i.test(text) && !/^[{[%$#<*_@\\]/.test(text));
        expect([isNoValue(text), isPlaceholder(text)]).toEqual([isNoValue(wide(text)), isPlaceholder(wide(text))]);
      }),
      { numRuns: 20_000 },
    );
  });

  it('a bare address, and one in angle brackets', () => {
    const local = fc.stringMatching(/^[a-zA-Z0-9]([a-zA-Z0-9._+-]{0,70}[a-zA-Z0-9])?$/);
    const host = fc.stringMatching(/^([a-zA-Z0-9.-]{0,70}[.])?[a-zA-Z0-9]{1,10}$/);
    fc.assert(
      fc.property(local, host, (before, after) => {
        const text = `${before}@${after}`;
        fc.pre(!isPlaceholder(text));
        expect(readEmailAddress(text)).toEqual(readEmailAddress(`<${text}>`));
      }),
      { numRuns: 20_000 },
    );
  });

  it('an instant in its usual form, and with the zone in letters', () => {
    const two = fc.integer({ min: 0, max: 62 }).map((part) => String(part).padStart(2, '0'));
    const year = fc.integer({ min: 0, max: 9999 }).map((part) => String(part).padStart(4, '0'));
    fc.assert(
      fc.property(
        year,
        two,
        two,
        two,
        two,
        two,
        fc.constantFrom('', '.000', '.123', '.5'),
        (y, mo, d, h, mi, s, rest) => {
          const text = `${y}-${mo}-${d}T${h}:${mi}:${s}${rest}`;
          expect(readInstant(`${text}Z`)).toEqual(readInstant(`${text} UTC`));
        },
      ),
      { numRuns: 50_000 },
    );
  });

  it('a kebab-case word, and the same with a sign behind it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}$/), (kind) => {
        expect(readKind(kind)).toEqual(readKind(`${kind}!`));
      }),
      { numRuns: 10_000 },
    );
  });

  it('an event that is only asked whether it would be refused', () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom('jo@acme.example', 'accept', 'won', 'away', 'x'),
    );
    const data = fc.dictionary(
      fc.constantFrom(
        'person',
        'email',
        'visitorId',
        'leadId',
        'repId',
        'kind',
        'answer',
        'outcome',
        'state',
        'from',
        'reason',
        '__proto__',
      ),
      fc.oneof(value, fc.record({ email: value })),
    );
    const event = fc.record(
      {
        id: fc.constantFrom('one', ''),
        source: fc.constantFrom('crm', 'golden-hour', ''),
        time: fc.constantFrom('2026-11-02T09:00:00Z', 'soon', '1601-01-01T00:00:00Z'),
        'detail-type': fc.constantFrom(...INBOUND_TYPES, 'Other'),
        detail: fc.record({ data: fc.oneof(data, fc.constant(1)) }),
      },
      { requiredKeys: ['id', 'source', 'detail-type', 'detail'] },
    );
    fc.assert(
      fc.property(event, (built) => {
        const text = JSON.stringify(built);
        const reading = readInbound(text);
        expect(problemsOfEvent(JSON.parse(text), text)).toEqual(reading.ok ? [] : reading.problems);
      }),
      { numRuns: 20_000 },
    );
  });
});
