import { describe, expect, it } from 'vitest';
import { smallAgreement } from '../support/agreement/small-agreement.ts';
import { play } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';
const COLD = { company: { name: 'Acme', employees: 5 } };

const line = (parts: object): string =>
  JSON.stringify({
    id: 'bad',
    source: 'website',
    time: '2026-11-02T09:00:00Z',
    'detail-type': 'LeadCaptured',
    detail: { data: { person: { email: 'bad@mail.example' } } },
    ...parts,
  });

const captured = (data: object): string => line({ detail: { data } });
const person = { email: 'bad@mail.example' };

type Bad = readonly [what: string, text: string, paths: string, type?: string];

const BAD: readonly Bad[] = [
  ['text that is not JSON', '{"id": "bad", ', 'whole'],
  ['nothing but a word', 'hello', 'whole'],
  ['a number', '42', 'whole'],
  ['a list', '[{}]', 'whole'],
  ['null', 'null', 'whole'],
  ['an envelope without anything', '{}', 'id source time detail-type detail'],
  ['an envelope without an id', line({ id: undefined }), 'id'],
  ['an empty id', line({ id: '' }), 'id'],
  ['a time that is none', line({ time: 'yesterday' }), 'time'],
  ['a time without a zone', line({ time: '2026-11-02T09:00:00' }), 'time'],
  ['a day that is none', line({ time: '2026-02-30T09:00:00Z' }), 'time'],
  ['an unknown detail-type', line({ 'detail-type': 'LeadBurnt' }), 'detail-type', 'LeadBurnt'],
  ['a detail-type that every object has', line({ 'detail-type': 'toString' }), 'detail-type', 'toString'],
  ['a fact of ours', line({ 'detail-type': 'LeadAssigned' }), 'detail-type', 'LeadAssigned'],
  ['no detail-type', line({ 'detail-type': undefined }), 'detail-type'],
  ['our own source', line({ source: 'golden-hour' }), 'source'],
  ['a detail that is text', line({ detail: '{}' }), 'detail'],
  ['no data', line({ detail: {} }), 'detail.data'],
  [
    'a version that we do not know',
    line({ detail: { metadata: { id: 'x', version: 2, occurredAt: '2026-11-02T09:00:00Z' }, data: { person } } }),
    'detail.metadata.version',
  ],
  ['no person', captured({}), 'detail.data.person.email'],
  ['no e-mail address', captured({ person: { firstName: 'Jane' } }), 'detail.data.person.email'],
  ['an e-mail address that is none', captured({ person: { email: 'jane' } }), 'detail.data.person.email'],
  [
    'two e-mail addresses',
    captured({ person: { email: 'jane@a.example, joe@b.example' } }),
    'detail.data.person.email',
  ],
  ['a line of 1 MB', captured({ person, note: 'x'.repeat(1 << 20) }), 'whole'],
  [
    'a line of just over 256 KB in short strings',
    captured({ person, notes: Array.from({ length: 300 }, () => 'x'.repeat(900)) }),
    'whole',
  ],
  [
    'a key that pollutes prototypes',
    captured({ person }).replace('"person":{', '"person":{"__proto__":{"hot":true},'),
    'detail.data.person.__proto__',
  ],
  ['such a key on top', captured({ person }).replace('{"id"', '{"constructor":1,"id"'), 'constructor'],
  ['such a key where nobody reads', captured({ person, other: [{ prototype: {} }] }), 'detail.data.other.0.prototype'],
  [
    'an activity of nobody',
    line({ 'detail-type': 'LeadActivityRecorded', detail: { data: { kind: 'page-viewed' } } }),
    'detail.data.email',
    'LeadActivityRecorded',
  ],
  [
    'an activity without a kind',
    line({ 'detail-type': 'LeadActivityRecorded', detail: { data: { email: JANE, kind: ' - ' } } }),
    'detail.data.kind',
    'LeadActivityRecorded',
  ],
  [
    'an answer that is neither yes nor no',
    line({ 'detail-type': 'RepAnswered', detail: { data: { email: JANE, answer: 'maybe' } } }),
    'detail.data.answer',
    'RepAnswered',
  ],
  [
    'an answer about nobody',
    line({ 'detail-type': 'RepAnswered', detail: { data: { answer: 'accept' } } }),
    'detail.data.email',
    'RepAnswered',
  ],
  [
    'an outcome that is none',
    line({ 'detail-type': 'LeadClosed', detail: { data: { email: JANE, outcome: 'postponed' } } }),
    'detail.data.outcome',
    'LeadClosed',
  ],
  ['an answer that is not JSON', '{"answer"', 'whole', 'RepAnswered'],
];

describe('a bad line', () => {
  it.each(BAD.map(([what, text, paths, type = 'LeadCaptured']) => [what, text, paths, type] as const))(
    'of %s is refused once, with the path of each problem',
    (_, text, paths, type) =>
      play(smallAgreement(), async (s) => {
        await s.line('09:00', text, type);
        await s.pass('12:00');
        expect(s.refusals()).toEqual([`09:00 LeadRefused ${paths}`]);
        expect([...s.runtime.store.leads()]).toEqual([]);
      }),
  );

  it('disturbs no other, however many there are', () => {
    const undisturbed: string[] = [];
    return play(smallAgreement(), async (s) => {
      await s.capture('09:00', JANE);
      await s.pass('09:40');
      undisturbed.push(...s.facts(JANE));
      s.ignoreMessages();
    }).then(() =>
      play(smallAgreement(), async (s) => {
        for (const [, text, , type = 'LeadCaptured'] of BAD) await s.line('08:59', text, type);
        await s.capture('09:00', JANE, {}, { id: 'good' });
        for (const [index, [, text, , type = 'LeadCaptured']] of BAD.entries()) {
          // Under another id, for a line delivered again is known.
          await s.line(`09:${String(index).padStart(2, '0')}`, text.replace('"id":"bad"', '"id":"worse"'), type);
        }
        await s.pass('09:40');
        expect(s.facts(JANE)).toEqual(undisturbed);
        s.ignoreMessages();
      }),
    );
  });

  it('that is delivered twice is refused once, where its id can be read', () =>
    play(smallAgreement(), async (s) => {
      await s.line('09:00', captured({}), 'LeadCaptured');
      await s.line('09:01', captured({}), 'LeadCaptured');
      expect(s.refusals()).toEqual(['09:00 LeadRefused detail.data.person.email']);
    }));

  it('that differs from another of its id is refused as well', () =>
    play(smallAgreement(), async (s) => {
      await s.line('09:00', captured({}), 'LeadCaptured');
      await s.line('09:01', captured({ person: {} }), 'LeadCaptured');
      expect(s.refusals()).toEqual([
        '09:00 LeadRefused detail.data.person.email',
        '09:01 LeadRefused detail.data.person.email',
      ]);
    }));

  it('does not use up the id of the good one that follows', () =>
    play(smallAgreement(), async (s) => {
      await s.line('09:00', captured({}), 'LeadCaptured');
      await s.line('09:01', captured({ person }), 'LeadCaptured');
      expect(s.facts('bad@mail.example')).toEqual(['09:01 LeadScored cold 0']);
    }));

  it('is shown as it came, cut at 4 KB of UTF-8 and never inside a character', () =>
    play(smallAgreement(), async (s) => {
      await s.line('09:00', 'short');
      await s.line('09:01', `x${'ä'.repeat(5_000)}`);
      expect(s.published.map(({ detail }) => 'input' in detail.data && detail.data.input)).toEqual([
        'short',
        `x${'ä'.repeat(2_047)}`,
      ]);
    }));

  it('is kept for whoever mends it, up to 32 KB of UTF-8', () =>
    play(smallAgreement(), async (s) => {
      await s.line('09:00', captured({}));
      await s.line('09:01', `x${'ä'.repeat(20_000)}`);
      const kept = await Promise.all(
        s.published.map(async ({ detail }) => {
          const key = { type: 'refusal' as const, id: detail.metadata.correlationId };
          return (await s.runtime.store.load([key])).get(key)?.value.kept;
        }),
      );
      expect(kept).toEqual([
        {
          problems: [{ path: 'detail.data.person.email', message: expect.any(String) }],
          text: captured({}),
          whole: true,
        },
        { problems: [{ path: '', message: 'not JSON' }], text: `x${'ä'.repeat(16_383)}`, whole: false },
      ]);
    }));

  it.each(['x', 'ä', '🙂'])(
    'is not one whose id and source are as long as they may be: a thousand times %s',
    (letter) =>
      play(smallAgreement(), async (s) => {
        const long = letter.repeat(1_000);
        await s.capture('09:00', JANE, COLD, { id: long, source: long });
        expect(s.facts(JANE)).toEqual(['09:00 LeadScored cold 0']);
        await s.line('09:01', line({ id: long, source: long, detail: {} }), 'LeadCaptured');
        expect(s.refusals()).toEqual(['09:01 LeadRefused detail.data']);
      }),
  );

  it.each(['x', 'ä', '🙂'])('is one whose e-mail address is longer than any mailbox takes: of %s', (letter) =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', `${letter.repeat(900)}@mail.example`, COLD);
      expect(s.refusals()).toEqual(['09:00 LeadRefused detail.data.person.email']);
    }),
  );

  it('with much that nobody knows is no bad line', () =>
    play(smallAgreement(), async (s) => {
      const unknown = {
        colour: 'red',
        nested: { list: [1, null, { toString: 'x', hasOwnProperty: 1 }] },
        nothing: null,
      };
      await s.capture('09:00', JANE, { ...unknown, company: { name: 'Acme', employees: 5, colour: {} } });
      expect(s.refusals()).toEqual([]);
      expect([...s.runtime.store.leads()].map(({ fields }) => Object.keys(fields))).toEqual([
        ['person.email', 'company.name', 'company.employees'],
      ]);
    }));
});
