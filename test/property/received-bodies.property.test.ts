import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeDigests } from '../../shared/adapters/node/node-digests.ts';
import { translateReceived } from '../../shared/application/receiving/translate-received.ts';
import { readInbound } from '../../shared/contracts/events/read-inbound.ts';
import { SOURCE_KINDS } from '../../shared/domain/vocabulary/source-kinds.ts';
import { SAMPLES, type Sample, textOf, typeOf } from '../support/sources/bodies.ts';
import { sourceOf } from '../support/sources/source.ts';

/** Slack tells of nobody: it answers. */
const KINDS = SOURCE_KINDS.filter((kind) => kind !== 'slack');

const RUNS = Number(process.env.BODIES ?? 1_500);
const NOW = Date.UTC(2026, 10, 16, 8, 51);

/** Keys that some kind of source looks for, so that bodies are nearly right. */
const KEYS = [
  ...[
    'form_response',
    'answers',
    'definition',
    'fields',
    'field',
    'ref',
    'type',
    'email',
    'token',
    'hidden',
    'data.json',
  ],
  ...[
    'payload',
    'data',
    'triggerType',
    'user_column_data',
    'column_id',
    'string_value',
    'lead_id',
    'is_test',
    'properties',
  ],
  ...[
    'form-submissions',
    'entry',
    'changes',
    'value',
    'leadgen_id',
    'leadAction',
    'leadGenForm',
    'leadGenFormResponse',
  ],
  ...['event', 'questions_and_answers', 'topic', 'item', 'companies', 'batch', 'traits', 'messageId', 'timestamp'],
  ...['ChangeEventHeader', 'recordIds', 'changeType', 'entityName', 'subscriptionType', 'objectId', 'name', 'phone'],
  ...['__proto__', 'constructor', 'toString', 'country', 'company', 'website', 'fields[email][value]', 'context', 'id'],
];

const WORDS = [
  ...[
    'jo@acme.example',
    'form_submission',
    'invitee.created',
    'contact.created',
    'identify',
    'track',
    'page',
    'CREATED',
  ],
  ...[
    'LEAD_ACTION',
    'contact.creation',
    'Lead',
    'CREATE',
    'UPDATE',
    'EMAIL',
    'leadgen',
    'email',
    'DE',
    '+49 171 1112233',
  ],
  ...['2026-11-16T08:51:18Z', '<test lead: dummy data for x>', '{"email":["jo@acme.example"]}', '\u0000', '\ud800'],
];

const key = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...KEYS) }, { weight: 1, arbitrary: fc.string() });

const { tree, leaf } = fc.letrec<{ tree: unknown; leaf: unknown }>((tie) => ({
  leaf: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 1, arbitrary: fc.oneof(fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null)) },
  ),
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    tie('leaf'),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 8 }),
  ),
}));

const body = fc.oneof(
  { weight: 6, arbitrary: tree.map((value) => JSON.stringify(value)) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.tuple(key, fc.oneof(fc.constantFrom(...WORDS), fc.string())), { maxLength: 8 })
      .map((pairs) => new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString()),
  },
  { weight: 1, arbitrary: fc.string() },
);

const contentType = fc.constantFrom('application/json', 'application/x-www-form-urlencoded', '', undefined);

/** The same with something else in some places, less in others and more in others. */
const spoiled = (value: unknown): fc.Arbitrary<unknown> => {
  const whole: fc.Arbitrary<unknown> = Array.isArray(value)
    ? fc.tuple(...value.map(spoiled)).map((items) => [...items])
    : typeof value === 'object' && value !== null
      ? fc
          .tuple(
            fc.record(Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spoiled(one)]))),
            fc.dictionary(key, leaf, { maxKeys: 1 }),
          )
          .map(([own, more]) => ({ ...own, ...more }))
      : fc.constant(value);
  return fc.oneof(
    { weight: 24, arbitrary: whole },
    { weight: 1, arbitrary: tree },
    { weight: 1, arbitrary: fc.constant(null) },
  );
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const XML = [
  '',
  '<',
  '&',
  '&#0;',
  '&#x1F600;',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  ']]>',
  '<__proto__>x</__proto__>',
  '<a><a>',
];

/** A text in which something stands elsewhere, or is gone. */
const spoiledXml = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(40), fc.constantFrom(...XML)), { maxLength: 2 })
    .map((cuts) => cuts.reduce((left, [at, gone, put]) => `${left.slice(0, at)}${put}${left.slice(at + gone)}`, text));

const spoiledText = (sample: Sample): fc.Arbitrary<string> =>
  sample.as === 'xml'
    ? spoiledXml(textOf(sample))
    : spoiled(sample.as === 'form' ? parsed(JSON.stringify(sample.body)) : sample.body).map((body) =>
        typeof body === 'object' && body !== null ? textOf({ ...sample, body }) : (JSON.stringify(body) ?? ''),
      );

/** Nearly what the kind sends, with nearly what its API answers. */
const nearly = fc.constantFrom(...KINDS).chain((kind) => {
  const sample = SAMPLES[kind];
  return fc.record({
    kind: fc.constant(kind),
    text: spoiledText(sample),
    type: fc.constant<string | undefined>(typeOf(sample)),
    answer: spoiled(sample.answer ?? {}),
  });
});

const anything = fc.record({ kind: fc.constantFrom(...SOURCE_KINDS), text: body, type: contentType, answer: tree });

const MAP = {
  'company.name': '{company}',
  interest: { column: 'data', strip: [], as: 'text', decimal: '.', unmapped: 'keep' },
} as const;

describe('whatever a source sends', { timeout: 240_000 }, () => {
  it('throws nothing, and every event that comes of it is one that the bus takes, with an id of its own', async () => {
    let events = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 3, arbitrary: nearly }, { weight: 1, arbitrary: anything }),
        async ({ kind, text, type, answer }) => {
          const source = sourceOf(kind, { map: MAP });
          const headers = type === undefined ? {} : { 'content-type': type };
          const kept = { source: kind, receivedAt: NOW, headers, body: Buffer.from(text) };
          const ports = { digests: nodeDigests, fetch: async () => ({ found: answer }) };
          const once = await translateReceived(kept, source, ports);
          for (const event of once.events) {
            events += 1;
            const line = JSON.stringify({ id: 'x', time: '2026-11-16T08:51:00Z', ...event });
            const reading = readInbound(line);
            expect(reading.ok ? [] : [reading.problems, line]).toEqual([]);
            expect(event.source).toBe(kind);
          }
          expect(await translateReceived(kept, source, ports)).toEqual(once);
        },
      ),
      { numRuns: RUNS },
    );
    expect(events).toBeGreaterThan(RUNS / 2);
  });
});
