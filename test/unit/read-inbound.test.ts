import { describe, expect, it } from 'vitest';
import { keyOfEvent } from '../../shared/contracts/events/event-key.ts';
import { readInbound } from '../../shared/contracts/events/read-inbound.ts';

const textOf = (type: string, data: object, more: object = {}): string =>
  JSON.stringify({
    id: 'event-1',
    source: 'web',
    time: '2026-11-16T09:00:00Z',
    'detail-type': type,
    detail: { data, ...more },
  });

const read = (type: string, data: object, more: object = {}) => readInbound(textOf(type, data, more));

const capture = (data: object) => {
  const reading = read('LeadCaptured', { person: { email: 'jo@acme.example' }, ...data });
  if (!reading.ok || reading.event.type !== 'LeadCaptured') throw new Error('refused');
  return { ...reading.event.data, ignored: reading.ignored.map(({ path }) => path) };
};

describe('a capture', () => {
  it('has its region, phone and postal code read by its country', () => {
    const { fields } = capture({
      person: { email: '"Jo" <Jo@ACME.example>', phone: '030 1234567' },
      location: { region: 'Bavaria', postalCode: 1067, country: 'Germany' },
    });
    expect(fields).toMatchObject({
      'person.email': 'jo@acme.example',
      'person.phone': '+49301234567',
      'location.country': 'DE',
      'location.region': 'DE-BY',
      'location.postalCode': '01067',
    });
  });

  it('keeps what is no country as a further field, unless there is one of that name', () => {
    expect(capture({ location: { country: 'Atlantis' } })).toMatchObject({
      fields: { 'fields.country': 'Atlantis' },
      ignored: ['location.country'],
    });
    const both = capture({ location: { country: 'Atlantis' }, fields: { country: 'Lemuria' } });
    expect(both.fields).toMatchObject({ 'fields.country': 'Lemuria' });
  });

  it('keeps the first hundred further fields that say something', () => {
    const many = Object.fromEntries(Array.from({ length: 130 }, (_, nth) => [`f${nth}`, nth < 10 ? null : nth]));
    const { fields, ignored } = capture({ fields: many });
    expect(Object.keys(fields).filter((path) => path.startsWith('fields.'))).toHaveLength(100);
    expect(fields['fields.f10']).toBe(10);
    expect(ignored).toEqual(['fields']);
  });

  it('tells of a group that is no object once, and of an empty list never', () => {
    expect(capture({ company: 'Acme', location: [], consent: null }).ignored).toEqual(['company']);
    expect(capture({ company: [{ name: 'Acme' }] }).fields['company.name']).toBe('Acme');
  });

  it('never repeats a value in what it tells', () => {
    const reading = read('LeadCaptured', {
      person: { email: 'jo@acme.example' },
      company: { employees: 'secret words' },
      location: { country: 'secret words', timeZone: 'secret words' },
      fields: { a: ['secret words', 'secret words'] },
    });
    expect(reading.ok && reading.ignored).toHaveLength(4);
    expect(JSON.stringify(reading.ok && reading.ignored)).not.toContain('secret');
  });
});

describe('an activity', () => {
  it.each(['page-viewed', 'Page Viewed', 'page_viewed', 'pageViewed', ' PAGE  VIEWED '])(
    'of the kind %j is page-viewed',
    (kind) => {
      expect(read('LeadActivityRecorded', { email: 'jo@acme.example', kind })).toMatchObject({
        event: { data: { kind: 'page-viewed' } },
      });
    },
  );

  it('without a usable address is the visitor’s', () => {
    const reading = read('LeadActivityRecorded', { email: 'jo@@x', visitorId: 'v-1', kind: 'page-viewed' });
    expect(reading).toMatchObject({ ok: true, event: { data: { visitorId: 'v-1' } } });
    expect(reading.ok && reading.event.email).toBeUndefined();
  });
});

describe('an answer', () => {
  it.each([
    ['Accepted', 'accept'],
    ['REJECTED', 'reject'],
    ['declined', 'reject'],
  ])('%s is %s', (answer, expected) => {
    const said = { email: 'jo@acme.example', answer, reason: 'no-time' };
    expect(read('RepAnswered', said)).toMatchObject({ event: { data: { answer: expected } } });
  });

  it.each(['maybe', 'accept it not', 'toString', true, 1])('%j is none', (answer) => {
    expect(read('RepAnswered', { email: 'jo@acme.example', answer })).toMatchObject({
      problems: [{ path: 'detail.data.answer' }],
    });
  });

  it.each([
    ['Closed Won', 'won'],
    ['closedwon', 'won'],
    ['ClosedLost', 'lost'],
    ['closed_lost', 'lost'],
    ['SQL', 'sales-qualified'],
  ])('with the outcome %s is %s', (outcome, expected) => {
    expect(read('LeadClosed', { email: 'jo@acme.example', outcome })).toMatchObject({
      event: { data: { outcome: expected } },
    });
  });

  it('is read in any case, with its note cut', () => {
    expect(read('RepAnswered', { email: 'JO@acme.example', answer: 'Accept', note: 'x'.repeat(1_200) })).toMatchObject({
      event: { email: 'jo@acme.example', data: { answer: 'accept', note: `${'x'.repeat(999)}…` } },
      ignored: [{ path: 'note' }],
    });
    expect(read('LeadClosed', { leadId: 'one', outcome: 'Sales Qualified', revenue: '1.234,50 €' })).toMatchObject({
      event: { data: { leadId: 'one', outcome: 'sales-qualified', revenue: 1234.5 } },
    });
  });
});

describe('when an event occurred', () => {
  const at = (occurredAt: unknown) => {
    const reading = read(
      'LeadCaptured',
      { person: { email: 'jo@acme.example' } },
      {
        metadata: { id: 'm', version: 1, occurredAt },
      },
    );
    return reading.ok ? [new Date(reading.event.occurredAt).toISOString(), reading.ignored.length] : reading.problems;
  };

  it.each(['0001-01-01T00:00:00Z', '1601-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '', null])(
    'is the time of the envelope where %j is said',
    (none) => {
      expect(at(none)).toEqual(['2026-11-16T09:00:00.000Z', 0]);
    },
  );

  it.each(['1900-01-01T10:00:00Z', '0001-01-01T00:00:00', '0000-00-00 00:00:00', 0])(
    'is when it arrives where the envelope says %j, too',
    (time) => {
      const data = { person: { email: 'jo@acme.example' } };
      const reading = readInbound(
        JSON.stringify({ id: 'event-1', source: 'web', time, 'detail-type': 'LeadCaptured', detail: { data } }),
      );
      expect(reading).toMatchObject({ ok: true, ignored: [] });
      // What is of the future counts as of now.
      expect(reading.ok && reading.event.occurredAt).toBe(Date.parse('9999-12-31T00:00:00Z'));
    },
  );

  it('is told where it cannot be read', () => {
    expect(at('yesterday')).toEqual(['2026-11-16T09:00:00.000Z', 1]);
    expect(at('2026-11-16 08:00:00+0100')).toEqual(['2026-11-16T07:00:00.000Z', 0]);
  });
});

describe('metadata that are not as they should be', () => {
  const RAISED_HAND = { email: 'jo@acme.example', kind: 'demo-requested' };
  const at = '2026-11-16T08:00:00Z';

  it.each([
    ['a version in words', { id: 'b', version: '1', occurredAt: at }, 'b', at],
    ['a version with a fraction', { id: 'b', version: '1.0', occurredAt: at }, 'b', at],
    ['an id that is a number', { version: 1, id: 7, occurredAt: at }, '7', at],
    ['no id', { version: 1, occurredAt: at }, 'event-1', at],
    ['an id that says nothing', { version: 1, id: '', occurredAt: at }, 'event-1', at],
    ['an id as scripts write none', { version: 1, id: 0, occurredAt: at }, 'event-1', at],
    ['an id that no number holds exactly', { version: 1, id: 2 ** 60, occurredAt: at }, 'event-1', at],
    ['an id that was never filled', { version: 1, id: 'undefined', occurredAt: at }, 'event-1', at],
    ['an id of a template', { version: 1, id: '{{id}}', occurredAt: at }, 'event-1', at],
    ['the UUID of noughts', { version: 1, id: '00000000-0000-0000-0000-000000000000', occurredAt: at }, 'event-1', at],
    ['a version that says nothing', { version: 'n/a', id: 'b', occurredAt: at }, 'b', at],
    ['a version with blanks', { version: ' 01 ', id: 'b', occurredAt: at }, 'b', at],
    ['an id that is a list', { version: 1, id: ['b'], occurredAt: at }, 'b', at],
    ['neither version nor instant', { id: 'a' }, 'a', undefined],
    ['an empty list for the version', { id: 'a', version: [], occurredAt: at }, 'a', at],
    ['no version', { id: 'a', version: null, occurredAt: at }, 'a', at],
    ['nothing in them', {}, 'event-1', undefined],
    ['a word', 'x', 'event-1', undefined],
    ['a list of them', [{ id: 'a', version: 1, occurredAt: at }], 'a', at],
    ['a list of two', [{ id: 'a' }, { id: 'b' }], 'event-1', undefined],
    ['nothing', null, 'event-1', undefined],
  ])('lose no event: %s', (_, metadata, id, occurredAt) => {
    const reading = read('LeadActivityRecorded', RAISED_HAND, { metadata });
    expect(reading).toMatchObject({
      ok: true,
      event: { id, key: JSON.stringify(['web', id]), occurredAt: Date.parse(occurredAt ?? '2026-11-16T09:00:00Z') },
    });
    expect(keyOfEvent(textOf('LeadActivityRecorded', RAISED_HAND, { metadata }))).toBe(JSON.stringify(['web', id]));
  });

  it.each([2, '2', 0, true, 'one', {}])('are refused where they say the version %j', (version) => {
    const reading = read('LeadActivityRecorded', RAISED_HAND, { metadata: { id: 'b', version, occurredAt: at } });
    expect(reading).toMatchObject({ ok: false, problems: [{ path: 'detail.metadata.version' }] });
  });

  it('are told of a capture, where they are none', () => {
    const person = { email: 'jo@acme.example' };
    const ignored = (metadata: unknown) => {
      const reading = read('LeadCaptured', { person }, { metadata });
      return reading.ok ? reading.ignored.map(({ path }) => path) : 'refused';
    };
    expect(ignored('x')).toEqual(['metadata']);
    expect(ignored({ id: {}, version: 1 })).toEqual(['metadata.id']);
    expect(ignored({ version: 1 })).toEqual([]);
  });
});

describe('the id of an event', () => {
  const withId = (id: unknown): string =>
    JSON.stringify({
      id,
      source: 'web',
      time: '2026-11-16T09:00:00Z',
      'detail-type': 'LeadCaptured',
      detail: { data: { person: { email: 'jo@acme.example' } } },
    });

  it.each([
    [7, '7'],
    ['7', '7'],
    [['e-1'], 'e-1'],
  ])('may be %j', (id, text) => {
    expect(readInbound(withId(id))).toMatchObject({ ok: true, event: { id: text } });
    expect(keyOfEvent(withId(id))).toBe(JSON.stringify(['web', text]));
  });

  it.each([0, -1, 1.5, 2 ** 60, '', true, null, {}, ['a', 'b']].map((id) => [id]))('is none if it is %j', (id) => {
    expect(readInbound(withId(id))).toMatchObject({ ok: false, problems: [{ path: 'id' }] });
    expect(keyOfEvent(withId(id))).toBeUndefined();
  });
});
