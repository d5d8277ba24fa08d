import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { nodeDigests } from '../../shared/adapters/node/node-digests.ts';
import { type Translation, translateReceived } from '../../shared/application/receiving/translate-received.ts';
import { readInbound } from '../../shared/contracts/events/read-inbound.ts';
import type { Fetched } from '../../shared/contracts/sources/source.ts';
import type { Source } from '../../shared/domain/source/source.ts';
import { SOURCE_KINDS } from '../../shared/domain/vocabulary/source-kinds.ts';
import { SAMPLES, type Sample, textOf, typeOf } from '../support/sources/bodies.ts';
import { sourceOf } from '../support/sources/source.ts';

const NOW = Date.UTC(2026, 10, 16, 9);
const KINDS = SOURCE_KINDS.filter((kind) => kind !== 'slack');

const translated = (source: Source, sample: Sample, fetched?: Fetched): Promise<Translation> =>
  translateReceived(
    {
      source: source.name,
      receivedAt: NOW,
      headers: { 'content-type': typeOf(sample) },
      body: Buffer.from(textOf(sample)),
    },
    source,
    { digests: nodeDigests, fetch: async () => fetched ?? { found: sample.answer } },
  );

const mapOf = (kind: string) =>
  kind === 'marketo' ? { 'person.email': '{email}', 'person.firstName': '{first}' } : {};

const told = ({ events, ignored, refused }: Translation): readonly string[] => [
  ...events.map(
    ({ 'detail-type': type, detail: { metadata, data } }) =>
      `  ${type} ${metadata.id} ${metadata.occurredAt} ${JSON.stringify(data)}`,
  ),
  ...ignored.map((why) => `  ignored: ${why}`),
  ...refused.flatMap(({ problems }) => problems.map(({ path, message }) => `  refused: ${path} ${message}`)),
];

describe('what each kind of source sends', () => {
  it('gives the events that are written down', async () => {
    const lines: string[] = [];
    for (const kind of KINDS)
      lines.push(kind, ...told(await translated(sourceOf(kind, { map: mapOf(kind) }), SAMPLES[kind])), '');
    await expect(lines.join('\n')).toMatchFileSnapshot(fileURLToPath(new URL('sources/events.txt', import.meta.url)));
  });

  it.each(KINDS)('of %s is read by the bus, with nothing left out, and has ids of its own', async (kind) => {
    const { events } = await translated(sourceOf(kind, { map: mapOf(kind) }), SAMPLES[kind]);
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) {
      const reading = readInbound(JSON.stringify({ id: 'e', time: '2026-11-16T09:00:00Z', ...event }));
      expect(reading).toMatchObject({ ok: true, ignored: [] });
    }
    expect(new Set(events.map(({ detail }) => detail.metadata.id)).size).toBe(events.length);
  });

  it.each(['hubspot', 'meta', 'linkedin', 'salesforce-cdc'] as const)(
    'of %s is nothing where the lead is gone meanwhile',
    async (kind) => {
      const { events, ignored, refused } = await translated(sourceOf(kind), SAMPLES[kind], { missing: 'gone' });
      expect([events, refused]).toEqual([[], []]);
      expect(ignored.join()).toContain('gone');
    },
  );
});

describe('a lead that comes back from the bin of Salesforce', () => {
  const changed = (changeType: string): Sample => {
    const { body, answer } = SAMPLES['salesforce-cdc'];
    const { payload } = Object(body);
    return {
      body: { payload: { ...payload, ChangeEventHeader: { ...payload.ChangeEventHeader, changeType } } },
      answer,
    };
  };

  it.each(['UNDELETE', 'GAP_UNDELETE'])('is read as it is now: %s', async (type) => {
    expect((await translated(sourceOf('salesforce-cdc'), changed(type))).events).toHaveLength(1);
  });

  it.each(['DELETE', 'GAP_DELETE'])('and one that went there is ignored: %s', async (type) => {
    expect(told(await translated(sourceOf('salesforce-cdc'), changed(type)))).toEqual([`  ignored: ${type}`]);
  });
});

describe('a body without an address', () => {
  it('is refused once, in the terms of its source', async () => {
    const body = { form_response: { token: 't', answers: [{ type: 'email', email: 'none', field: { ref: 'mail' } }] } };
    expect(told(await translated(sourceOf('typeform'), { body }))).toEqual([
      expect.stringMatching(/^ {2}refused: answers\[0\]\.email /),
    ]);
    expect(told(await translated(sourceOf('json'), { body: { name: 'Jo' } }))).toEqual(['  refused: email is missing']);
  });

  it('and one that cannot be read, are nobody', async () => {
    const source = sourceOf('typeform');
    const kept = {
      source: 'typeform',
      receivedAt: NOW,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from('{'),
    };
    const ports = { digests: nodeDigests, fetch: async () => ({ found: {} }) };
    expect(told(await translateReceived(kept, source, ports))).toEqual(['  refused:  cannot be read']);
  });
});

describe('what tells of nobody', () => {
  const typeform = (event_type: string) =>
    translated(sourceOf('typeform'), { body: { ...Object(SAMPLES.typeform.body), event_type } });

  it('is a response that somebody has not finished: the whole one has the same token', async () => {
    expect(told(await typeform('form_response_partial'))).toEqual(['  ignored: form_response_partial']);
    expect((await typeform('form_response')).events).toHaveLength(2);
  });

  it.each([
    ['contact.lead.created', 1],
    ['contact.user.updated', 1],
    ['contact.email.updated', 1],
    ['contact.user.tag.created', 0],
    ['contact.lead.tag.created', 0],
    ['conversation.user.created', 0],
  ])('is a topic of Intercom about something else: %s', async (topic, people) => {
    const { events, refused } = await translated(sourceOf('intercom'), {
      body: { ...Object(SAMPLES.intercom.body), topic },
    });
    expect([events.length, refused.length]).toEqual([people, 0]);
  });
});

describe('a test lead', () => {
  const test: Sample = {
    body: { lead_id: 'g', is_test: true, user_column_data: [{ column_id: 'EMAIL', string_value: 'jo@acme.example' }] },
  };

  it('is ignored, unless the source keeps such', async () => {
    expect(told(await translated(sourceOf('google-ads'), test))).toEqual(['  ignored: a test lead']);
    expect(told(await translated(sourceOf('google-ads', { keepsTests: true }), test))).toHaveLength(2);
  });
});

describe('the map of a source', () => {
  const sample: Sample = {
    body: { mail: { work: 'jo@acme.example' }, size: '200–500', tel: '0171 1112233', junk: 'x' },
  };
  const map: Source['map'] = {
    'person.email': '{mail.work}',
    'company.employees': {
      column: 'size',
      map: { '200–500': 350 },
      unmapped: 'leave-out',
      strip: [],
      as: 'number',
      decimal: '.',
    },
    'company.name': 'Acme',
  };

  it('goes before what is known of itself; what it does not use is kept in `fields`', async () => {
    const { events } = await translated(sourceOf('json', { map, country: 'DE', activity: 'demo-requested' }), sample);
    expect(events.map(({ detail }) => detail.data)).toEqual([
      {
        person: { email: 'jo@acme.example', phone: '+491711112233' },
        company: { employees: 350, name: 'Acme' },
        source: 'json',
        fields: { junk: 'x' },
      },
      { email: 'jo@acme.example', kind: 'demo-requested' },
    ]);
  });

  it('leaves out a value that it cannot make', async () => {
    const odd: Source['map'] = {
      ...map,
      'company.employees': { column: 'size', unmapped: 'refuse', strip: [], as: 'number', decimal: '.' },
    };
    const { events } = await translated(sourceOf('json', { map: odd }), sample);
    expect(events[0]?.detail.data).toMatchObject({ company: { name: 'Acme' } });
  });
});
