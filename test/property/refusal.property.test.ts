import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInbound } from '../../shared/contracts/events/read-inbound.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const NAMES = [
  'LeadCaptured',
  'LeadActivityRecorded',
  'RepAnswered',
  'LeadContacted',
  'ContactAttempted',
  'LeadClosed',
];

const DATA: Readonly<Record<string, JsonObject>> = {
  LeadCaptured: {
    person: { email: 'jane@acme.example', firstName: 'Jane', title: 'CTO', phone: '+4915112345678' },
    company: { name: 'Acme', domain: 'acme.example', industry: 'Retail', employees: 200, annualRevenue: 1e6 },
    location: { country: 'DE', region: 'DE-BY', postalCode: '80331', timeZone: 'Europe/Berlin' },
    source: 'web',
    language: 'de',
    visitorId: 'browser-1',
    consent: { email: true, sms: false },
    fields: { seats: 5, plan: 'large', trial: true },
  },
  LeadActivityRecorded: { email: 'jane@acme.example', kind: 'page-viewed', url: 'https://x.example', title: 'Pricing' },
  RepAnswered: { email: 'jane@acme.example', repId: 'ana', answer: 'reject', reason: 'not-a-fit', note: 'no' },
  LeadContacted: { leadId: 'one', channel: 'phone' },
  ContactAttempted: { leadId: 'one', repId: 'ana', channel: 'phone', note: 'voice mail' },
  LeadClosed: { email: 'jane@acme.example', outcome: 'won', revenue: 12.5, currency: 'EUR', reason: 'price' },
};

const event = (type: string): JsonObject => ({
  id: 'event-1',
  source: 'website',
  time: '2026-11-02T09:00:00Z',
  'detail-type': type,
  detail: {
    metadata: {
      id: 'event-1',
      version: 1,
      occurredAt: '2026-11-02T08:59:59.123+01:00',
      correlationId: 'c',
      causationId: 'c',
    },
    data: DATA[type] ?? {},
  },
});

type Path = readonly string[];

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const pathsOf = (value: Json, above: Path = []): readonly Path[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, child]) => [[...above, key], ...pathsOf(child, [...above, key])])
    : [];

const valueAt = (root: Json | undefined, [first, ...rest]: Path): Json | undefined =>
  first === undefined ? root : valueAt(isObject(root) ? root[first] : undefined, rest);

/** The same with another value at the path; keys such as `__proto__` become properties like any other. */
const put = (root: Json | undefined, [first, ...rest]: Path, value: Json): Json => {
  if (first === undefined) return value;
  const entries = isObject(root) ? Object.entries(root).filter(([key]) => key !== first) : [];
  const child = isObject(root) && Object.hasOwn(root, first) ? root[first] : undefined;
  return Object.fromEntries([...entries, [first, put(child, rest, value)]]);
};

const pathsIn = (text: string): readonly string[] => {
  const reading = readInbound(text);
  return reading.ok ? [] : reading.problems.map(({ path }) => path);
};

const types = fc.constantFrom(...NAMES);

/** An event with one of its paths. */
const places = (wanted: (path: Path, value: Json | undefined) => boolean) =>
  types.chain((type) => {
    const whole = event(type);
    const paths = pathsOf(whole).filter((path) => wanted(path, valueAt(whole, path)));
    return fc.record({ whole: fc.constant(whole), path: fc.constantFrom(...paths) });
  });

const objects = places((_, value) => isObject(value));

/** What no field of the data and no part of the envelope is. */
const STRANGE: readonly Json[] = [null, '', [], ['x', 'y'], [{}], {}, 'text', '-', 7, -1.5, true, 'x'.repeat(1_001)];

/** Without which nothing can be made of an event; a time that is none is another's. */
const NEEDED = /^(?:id|source|time|detail-type|detail|detail\.metadata\.version|detail\.data)$/;
const WHO = /^detail\.data\.(?:person|person\.email|email|leadId|kind|answer|reason|outcome)$/;

describe('reading an inbound event', { timeout: 60_000 }, () => {
  it('never throws, whatever the text is, and says why it refuses', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.jsonValue({ maxDepth: 6 }).map((value) => JSON.stringify(value)),
      fc
        .tuple(types, fc.jsonValue())
        .map(([type, data]) => JSON.stringify(put(event(type), ['detail', 'data'], toJson(data)))),
      fc.tuple(types, fc.nat({ max: 300 })).map(([type, cut]) => JSON.stringify(event(type)).slice(0, cut)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readInbound(text);
        if (reading.ok) expect(Number.isFinite(reading.event.occurredAt)).toBe(true);
        else expect(reading.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('survives any nesting', () => {
    fc.assert(
      fc.property(fc.nat({ max: 40_000 }), fc.constantFrom('[]', '{}'), (depth, kind) => {
        const [open, close] = kind === '[]' ? ['[', ']'] : ['{"a":', '}'];
        const nested = `${open.repeat(depth)}1${close.repeat(depth)}`;
        const text = JSON.stringify(put(event('LeadCaptured'), ['detail', 'data', 'other'], 'HERE'));
        const reading = readInbound(text.replace('"HERE"', () => nested));
        expect(reading.ok || reading.problems.length > 0).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('takes every event as it should be', () => {
    for (const name of NAMES) expect(readInbound(JSON.stringify(event(name)))).toMatchObject({ ok: true });
  });

  it('keeps the lead, whatever any other field holds, and tells what was left out by its path alone', () => {
    const strange = places((path) => !NEEDED.test(path.join('.')) && !WHO.test(path.join('.')));
    fc.assert(
      fc.property(
        strange,
        fc.oneof(fc.constantFrom(...STRANGE), fc.jsonValue().map(toJson)),
        ({ whole, path }, value) => {
          const text = JSON.stringify(put(whole, path, value));
          fc.pre(!/__proto__|constructor|prototype/.test(text));
          const reading = readInbound(text);
          expect(reading).toMatchObject({ ok: true });
          const name = path.slice(2).join('.');
          const told = reading.ok ? reading.ignored.map((one) => one.path) : [];
          expect(told.filter((one) => !(one === path.slice(1).join('.') || one.startsWith(name)))).toEqual([]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('refuses an event of which a part of the envelope is of the wrong type, with its path', () => {
    const needed = places((path) => NEEDED.test(path.join('.')));
    fc.assert(
      fc.property(needed, fc.constantFrom<Json>(['x', 'y'], [{}], 1.5, true), ({ whole, path }, value) => {
        const told = pathsIn(JSON.stringify(put(whole, path, value)));
        expect([...new Set(told)]).toEqual([path.join('.')]);
      }),
      { numRuns: 500 },
    );
  });

  it('names the path of a key that pollutes prototypes, wherever it stands', () => {
    fc.assert(
      fc.property(
        objects,
        fc.constantFrom('__proto__', 'constructor', 'prototype'),
        fc.boolean(),
        fc.constantFrom<Json>({ hot: true }, 1, null),
        ({ whole, path }, name, deep, value) => {
          const at = deep ? [...path, 'unknown', name] : [...path, name];
          const text = JSON.stringify(put(whole, at, value));
          expect(pathsIn(text)).toEqual([at.join('.')]);
          expect(Object.keys(Object.prototype)).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('cuts a text over 1,000 characters to a thousand, the last an ellipsis, and says so', () => {
    fc.assert(
      fc.property(fc.constantFrom('x', 'ä', '🙂'), fc.integer({ min: 998, max: 3_000 }), (letter, length) => {
        const text = JSON.stringify(put(event('LeadCaptured'), ['detail', 'data', 'campaign'], letter.repeat(length)));
        const reading = readInbound(text);
        const isCut = length > 1_000;
        const kept = isCut ? `${letter.repeat(999)}…` : letter.repeat(length);
        expect(reading).toMatchObject({ ok: true, event: { data: { fields: { campaign: kept } } } });
        expect(reading.ok && reading.ignored.map(({ path }) => path)).toEqual(isCut ? ['campaign'] : []);
      }),
      { numRuns: 200 },
    );
  });

  it('ignores what it does not know', () => {
    const unknown = fc.tuple(
      objects,
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom('x', 'toString', 'hasOwnProperty', 'a.b', ''),
    );
    fc.assert(
      fc.property(unknown, ([{ whole, path }, value, name]) => {
        fc.pre(path.at(-1) !== 'fields');
        const text = JSON.stringify(put(whole, [...path, name], toJson(value)));
        fc.pre(!/__proto__|constructor|prototype/.test(text));
        expect(readInbound(text)).toEqual(readInbound(JSON.stringify(whole)));
      }),
      { numRuns: 500 },
    );
  });

  it('knows an event by its source and its id: the metadata’s, or else its own', () => {
    // Two ways of parting the same words, so that what runs together shows.
    const words = fc.array(fc.constantFrom('a', 'b', '"'), { minLength: 2, maxLength: 4 });
    const twice = fc
      .tuple(words, fc.constantFrom(' ', '#', '\\n', '","'), fc.nat(), fc.nat())
      .map(([all, glue, ...cuts]) =>
        cuts.map((cut) => {
          const at = 1 + (cut % (all.length - 1));
          return { source: all.slice(0, at).join(glue), id: all.slice(at).join(glue) };
        }),
      );
    fc.assert(
      fc.property(twice, fc.boolean(), ([one, other], withMetadata) => {
        const keyOf = ({ source = '', id = '' } = {}): string | undefined => {
          const sourced = put(event('LeadContacted'), ['source'], source);
          const text = withMetadata
            ? put(sourced, ['detail', 'metadata', 'id'], id)
            : put(put(sourced, ['detail'], { data: DATA.LeadContacted ?? {} }), ['id'], id);
          const reading = readInbound(JSON.stringify(text));
          return reading.ok ? reading.event.key : undefined;
        };
        const same = one?.source === other?.source && one?.id === other?.id;
        expect(keyOf(one) === keyOf(other)).toBe(same);
      }),
      { numRuns: 300 },
    );
  });
});

const toJson = (value: unknown): Json => JSON.parse(JSON.stringify(value));
