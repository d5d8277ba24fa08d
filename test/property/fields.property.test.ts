import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCountry } from '../../shared/fields/country.ts';
import { readDomain } from '../../shared/fields/domain.ts';
import { readEmailAddress } from '../../shared/fields/email-address.ts';
import { readFlag } from '../../shared/fields/flag.ts';
import { readIdentifier } from '../../shared/fields/identifier.ts';
import { readInstant } from '../../shared/fields/instant.ts';
import { readLanguage } from '../../shared/fields/language.ts';
import { readNumber } from '../../shared/fields/number.ts';
import { readPhone } from '../../shared/fields/phone.ts';
import { readPostalCode } from '../../shared/fields/postal-code.ts';
import type { Reading } from '../../shared/fields/reading.ts';
import { readRegion } from '../../shared/fields/region.ts';
import { readFurther, readName, readText } from '../../shared/fields/text.ts';
import { readTimeZone } from '../../shared/fields/time-zone.ts';

const freeMail = new Set(['agency.example']);

interface Case {
  readonly read: (value: unknown, country: string | undefined) => Reading<unknown>;
  /** What of a value is sent on, and read again. */
  readonly again?: (value: unknown) => unknown;
  readonly samples: readonly string[];
}

const inCountry = (country: string | undefined) => (country === undefined ? {} : { country });

const addressOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'address' in value ? value.address : value;

/** Every reader, with values of its own kind. */
const READERS: Readonly<Record<string, Case>> = {
  text: { read: readText, samples: ['Müller AG', 'n/a', '株式会社テスト', '👩‍👩‍👧 Ltd'] },
  name: { read: readName, samples: ['Jo', 'Null', "O'Brien", 'de la Cruz'] },
  further: { read: readFurther, samples: ['none', 'gold', '12', 'yes'] },
  identifier: { read: readIdentifier, samples: ['v-1', 'GA1.2.3.4', 'undefined', '{{id}}'] },
  'e-mail address': {
    read: readEmailAddress,
    again: addressOf,
    samples: [
      'jo@acme.example',
      'Jo <jo@acme.example>',
      'j.o+x@gmail.com',
      'jo@münchen.example',
      'x@a@%2e.com',
      'a@b.example;c@d.example',
    ],
  },
  domain: {
    // As a mailbox there: of jo@x.com the company is X, and a website x.com is a page that everybody may have.
    again: (domain) => `jo@${String(domain)}`,
    read: (value) => readDomain(value, { freeMail }),
    samples: ['https://www.acme.co.uk/x', 'acme.example', 'jo@acme.example', 'gmail.com', 'x.y.kobe.jp'],
  },
  phone: {
    read: (value, country) => readPhone(value, inCountry(country)),
    samples: ['+49 171 39200099', '(202) 555-0123 x45', '030/123456', '00442079460000', '4917139200099'],
  },
  country: { read: readCountry, samples: ['DE', 'Deutschland', 'UK', 'Korea, Republic of', '日本', 'DE - Germany'] },
  region: {
    read: (value, country) => readRegion(value, inCountry(country)),
    samples: ['US-NY', 'Bayern (BY)', 'New York', '75', '東京都', 'Comunidad de Madrid'],
  },
  'postal code': {
    read: (value, country) => readPostalCode(value, inCountry(country)),
    samples: ['01067', 'D-01067', 'sw1a1aa', '1234ab', '94105-1234', '〒100-0001', 'Boston, MA 02134', '1067 Dresden'],
  },
  language: {
    read: readLanguage,
    samples: [
      'de_AT.UTF-8',
      'nb-NO',
      'German',
      'en;q=0.2,fr;q=0.9',
      'zh-Hant-TW',
      'sr_RS@latin',
      'Chinese (Simplified, China)',
    ],
  },
  number: { read: (value) => readNumber(value, {}), samples: ['1,234.5', '1.234,5', '250-500', '4.9E+12', '-€ 12'] },
  flag: { read: readFlag, samples: ['yes', 'nein', 'WAHR', '✓', '0', 'opt-in', 'I do not agree'] },
  instant: {
    read: readInstant,
    again: (at) => (typeof at === 'number' ? new Date(at).toISOString() : at),
    samples: ['2026-11-16T10:00:00+01:00', '2026-11-16 10:00:00 UTC', '1763283600', '1970-01-01T00:00:00Z'],
  },
  'time zone': {
    read: readTimeZone,
    samples: ['Europe/Berlin', 'america/new york', 'CET', '(UTC) Etc/GMT+5', 'Singapore'],
  },
};

const readers = Object.entries(READERS);

const country = fc.constantFrom(undefined, 'DE', 'US', 'GB', 'JP', 'FR', 'IT', 'CH', 'QA', 'AQ', 'XK');

const NOISE = [
  ' ',
  '\u00a0',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u00ad',
  '\n',
  ',',
  '.',
  ';',
  '-',
  '"',
  "'",
  '<',
  '>',
  '(',
  ')',
  '@',
  '/',
  '\u0301',
  'é',
  '😀',
  '\ud83d',
  '\u0000',
  '0',
  'x',
  '%',
  '{{',
  '}}',
  '＠',
];

/** What looks like a value, with something put in, taken out or set about it. */
const mangled = (samples: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...samples),
      fc.array(fc.tuple(fc.nat(40), fc.nat(2), fc.constantFrom(...NOISE)), { maxLength: 4 }),
    )
    .map(([sample, changes]) =>
      changes.reduce((text, [at, drop, noise]) => text.slice(0, at) + noise + text.slice(at + drop), sample),
    );

const text = (samples: readonly string[]) =>
  fc.oneof(
    mangled(samples),
    fc.constantFrom(...samples),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ maxLength: 30 }),
  );

const isReading = (reading: Reading<unknown>): boolean =>
  'value' in reading
    ? reading.value !== undefined
    : 'absent' in reading
      ? reading.absent
      : typeof reading.problem === 'string' && reading.problem !== '';

describe.each(readers)('the reader of a %s', (_, { read, again = (value) => value, samples }) => {
  it('makes a reading of anything, and throws at nothing', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSet: true,
    });
    fc.assert(
      fc.property(
        fc.oneof(anything, text(samples), fc.array(text(samples), { maxLength: 2 })),
        country,
        (value, at) => {
          expect(isReading(read(value, at))).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('reads what it read as the same', () => {
    fc.assert(
      fc.property(text(samples), country, (value, at) => {
        const first = read(value, at);
        fc.pre('value' in first);
        if ('value' in first) expect(read(again(first.value), at)).toEqual({ value: first.value });
      }),
      { numRuns: 2_000 },
    );
  });

  it('looks at nothing that a person does not see', () => {
    const unseen = fc.constantFrom('\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u202a', '\u200f');
    const around = fc.constantFrom('', ' ', '\u00a0', '\n', '\t ', '\u3000');
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.nat(40),
        unseen,
        around,
        country,
        (sample, at, sign, space, where) => {
          // Between the parts of one picture a joiner is seen.
          fc.pre(!/\p{Extended_Pictographic}/u.test(sample));
          const spelling = `${space}${sample.slice(0, at)}${sign}${sample.slice(at)}${space}`.normalize('NFD');
          expect(read(spelling, where)).toEqual(read(sample, where));
        },
      ),
    );
  });

  it('says what is wrong without the value', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[qzwk]{12,20}$/), country, (value, at) => {
        const reading = read(value, at);
        if ('problem' in reading) expect(reading.problem).not.toContain(value);
      }),
    );
  });

  it('ends with whatever an event may hold of 256 KB', () => {
    const parts = [
      'a',
      ' ',
      '0',
      '@',
      'a@',
      '<',
      '<a@',
      '(',
      '"',
      '.',
      'a.',
      '-',
      ',',
      ';',
      'a;',
      ';q=1',
      '/',
      '\u0315\u0300',
      '\u0301',
      '👩\u200d',
      '\u{1F3F4}\u{E0067}',
      '{{',
      '%%',
      'http://',
      '\u200b',
      '\ud83d',
      '1,',
      '1 ',
      'Ａ',
      '가',
      'www.',
      '\n',
      '&lt;',
      '0049',
      'de-',
    ];
    for (const part of parts) {
      const [whole, some, few] = [part.repeat(Math.floor(262_144 / part.length)), part.repeat(450), part.repeat(90)];
      for (const value of [whole, some, `jo@acme.example${some}`, `${few}jo@acme.example`, `${few}1`]) {
        const reading = read(value, 'DE');
        expect(isReading(reading)).toBe(true);
        if ('value' in reading) expect(String(JSON.stringify(reading.value)).length).toBeLessThan(5_000);
      }
    }
  });
});

describe('the mailbox of an address', () => {
  const local = fc.stringMatching(/^[a-z0-9.+_-]{1,12}$/);
  const host = fc.constantFrom(
    'gmail.com',
    'a.fastmail.com',
    'x.fastmail.co.uk',
    'pm.me',
    'me.com',
    'live.de',
    '%2e.com',
  );

  it('is itself an address of that mailbox', () => {
    fc.assert(
      fc.property(local, host, (name, at) => {
        const first = readEmailAddress(`${name}@${at}`);
        fc.pre('value' in first);
        if (!('value' in first)) return;
        const again = readEmailAddress(first.value.identity);
        expect('value' in again && again.value.identity).toBe(first.value.identity);
      }),
      { numRuns: 5_000 },
    );
  });
});
