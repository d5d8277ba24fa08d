import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInbound } from '../../shared/contracts/events/read-inbound.ts';

/** Spellings of one address: what people paste and programs send. */
const SPELLINGS: readonly ((address: string) => string)[] = [
  (address) => address,
  (address) => address.toUpperCase(),
  (address) => `  ${address}\u200b`,
  (address) => `mailto:${address}`,
  (address) => `"Jo Doe" <${address}>`,
  (address) => `<${address}>,`,
  (address) => `${address};`,
];

const PATHS = [
  ...['firstName', 'lastName', 'title', 'phone'].map((name) => ['person', name]),
  ...['name', 'domain', 'industry', 'employees', 'annualRevenue'].map((name) => ['company', name]),
  ...['country', 'region', 'postalCode', 'timeZone'].map((name) => ['location', name]),
  ...['email', 'sms', 'call'].map((name) => ['consent', name]),
  ...['source', 'campaign', 'interest', 'language', 'visitorId', 'company', 'location', 'consent', 'fields'].map(
    (name) => [name],
  ),
] as const;

const words = fc.constantFrom(
  'Germany',
  'NY',
  '250',
  '1,5',
  'n/a',
  'undefined',
  '{{x}}',
  '+49 30 1234567',
  'https://a.example',
);
const anything = fc.oneof(
  words,
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.boolean(),
  fc.jsonValue({ maxDepth: 2 }),
);

/** With the values at their paths, the address kept as it is. */
const captureOf = (address: string, values: readonly (readonly [readonly string[], unknown])[]): string => {
  const data: Record<string, unknown> = {};
  const person: Record<string, unknown> = { email: address };
  for (const [[head = '', name], value] of values) {
    const group = data[head];
    if (name === undefined) data[head] = value;
    else if (head === 'person') person[name] = value;
    else data[head] = { ...(typeof group === 'object' ? group : {}), [name]: value };
  }
  const head = { id: 'event-1', source: 'web', time: '2026-11-16T09:00:00Z', 'detail-type': 'LeadCaptured' };
  return JSON.stringify({ ...head, detail: { data: { ...data, person } } });
};

describe('a capture with a usable address', { timeout: 120_000 }, () => {
  it('is never refused, and is the same lead by every spelling of the address', () => {
    const captures = fc.record({
      spelling: fc.constantFrom(...SPELLINGS),
      values: fc.array(fc.tuple(fc.constantFrom<readonly string[]>(...PATHS), anything), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(captures, ({ spelling, values }) => {
        const text = captureOf(spelling('jo@acme.example'), values);
        fc.pre(!/__proto__|constructor|prototype/.test(text));
        expect(readInbound(text)).toMatchObject({ ok: true, event: { email: 'jo@acme.example' } });
      }),
      { numRuns: Number(process.env.CAPTURES ?? 2_000) },
    );
  });
});
