import { describe, expect, it } from 'vitest';
import { StoreError } from '../../shared/ports/store-error.ts';
import { MINUTE, rep, smallAgreement, territory, withoutManager } from '../support/agreement/small-agreement.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const JANE = 'jane@mail.example';

const further = (count: number, name: string, value = 'x'.repeat(1_000)) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${name}-${i}`, value]));

const onlyLead = (s: Scenario) => {
  const [lead] = s.runtime.store.leads();
  if (lead === undefined) throw new Error('There is no lead');
  return lead;
};

const namesOf = (s: Scenario): readonly string[] =>
  Object.keys(onlyLead(s).fields).filter((path) => path.startsWith('fields.'));

describe('a lead of which more and more is told', () => {
  it('keeps the newest of its further fields, all that conditions know, and says what it let go', () =>
    play(smallAgreement(), async (s) => {
      for (const day of ['old', 'mid', 'new']) await s.capture(`09:0${day.length}`, JANE, { fields: further(60, day) });
      const names = namesOf(s);
      expect(names.length).toBeLessThan(65);
      expect(names.filter((name) => name.startsWith('fields.new'))).toHaveLength(60);
      expect(onlyLead(s).fields).toMatchObject({ 'person.email': JANE, 'company.name': 'Acme' });
      expect(onlyLead(s).stage).toBe('assigned');
      expect(s.facts(JANE, 'LeadFieldsIgnored').length).toBeGreaterThan(0);
      s.ignoreMessages();
    }));

  it('keeps two hundred further fields, however short they are', () =>
    play(smallAgreement(), async (s) => {
      for (const part of ['a', 'b', 'c']) await s.capture('09:00', JANE, { fields: further(90, part, 'y') });
      expect(namesOf(s)).toHaveLength(200);
      s.ignoreMessages();
    }));

  it('by one event of the largest size, with the longest id, is a lead', () =>
    play(smallAgreement(), async (s) => {
      const names = Object.fromEntries(
        Array.from({ length: 100 }, (_, i) => [`${i}-`.padEnd(256, 'k'), 'x'.repeat(1_000)]),
      );
      await s.capture('09:00', JANE, { fields: names }, { id: '漢'.repeat(1_000) });
      expect(onlyLead(s).stage).toBe('assigned');
      expect(s.refusals()).toEqual([]);
      s.ignoreMessages();
    }));

  it('stamps its fields by a part of a long id, and still knows two events apart', () =>
    play(smallAgreement(), async (s) => {
      const id = 'one-and-the-same-beginning-of-a-long-id-';
      for (const end of ['b', 'a', 'c']) await s.capture('09:00', JANE, { interest: end }, { id: `${id}${end}` });
      const stamps = Object.values(onlyLead(s).stamps);
      expect(Math.max(...stamps.map((stamp) => stamp.length))).toBeLessThanOrEqual(61);
      s.ignoreMessages();
    }));
});

describe('a browser that nobody knows', () => {
  it('keeps its latest twenty views, and fewer where they are long', () =>
    play(smallAgreement(), async (s) => {
      const view = (visitorId: string, url: string) =>
        s.event('09:00', 'LeadActivityRecorded', { visitorId, kind: 'page-viewed', url });
      for (let i = 0; i < 30; i += 1) await view('short', `https://example.com/${i}`);
      for (let i = 0; i < 30; i += 1) await view('long', `https://example.com/${i}/${'漢'.repeat(900)}`);
      const viewsOf = async (id: string) => {
        const key = { type: 'visitor', id } as const;
        const visitor = (await s.runtime.store.load([key])).get(key)?.value;
        return visitor?.known === false ? visitor.activities.length : undefined;
      };
      expect(await viewsOf('short')).toBe(20);
      expect(await viewsOf('long')).toBeLessThan(8);
    }));
});

describe('bad input with thousands of problems', () => {
  const hostile = (count: number): string =>
    `{"id":"1","source":"s","time":"2026-11-02T09:00:00Z","detail-type":"LeadCaptured","x":[${Array.from(
      { length: count },
      () => '{"__proto__":1}',
    ).join(',')}]}`;

  it.each([1_000, 6_000, 14_000])('gives one LeadRefused, which is published (%d hostile keys)', (count) =>
    play(smallAgreement(), async (s) => {
      await s.line('09:00', hostile(count), 'LeadCaptured');
      expect(s.refusals()).toHaveLength(1);
      const [refused] = s.published;
      const data = refused?.detail.data;
      expect(data !== undefined && 'problems' in data ? data.problems.length : 0).toBeLessThanOrEqual(21);
    }),
  );

  it('is told with short paths, however deep they lie', () =>
    play(smallAgreement(), async (s) => {
      const key = 'k'.repeat(60_000);
      await s.line('09:00', `{"${key}":{"__proto__":1},"id":"1"}`, 'LeadCaptured');
      expect(s.refusals()).toHaveLength(1);
      expect(JSON.stringify(s.published[0]).length).toBeLessThan(10_000);
    }));
});

describe('an inbox', () => {
  it('forgets a bundle that was sent, when its leads have moved on before they recorded it', () => {
    let dies = false;
    const agreement = smallAgreement({
      reps: [rep('ana'), withoutManager(rep('mia'))],
      territories: [territory('E', ['ana'])],
      sla: { alerts: { throttle: { max: 1, perMs: 10 * MINUTE } } },
    });
    return play(
      agreement,
      async (s) => {
        await s.capture('09:00', 'a@mail.example');
        await s.capture('09:01', 'b@mail.example');
        dies = true;
        await s.pass('09:10');
        dies = false;
        await s.accept('09:10:10', 'b@mail.example');
        await s.capture('+2 09:00', 'c@mail.example');
        const key = { type: 'inbox', id: 'ana' } as const;
        expect((await s.runtime.store.load([key])).get(key)?.value.bundles).toEqual([]);
        s.ignoreMessages();
      },
      {
        may: ['die'],
        replace: ({ store }) => ({
          store: {
            ...store,
            commit: async (writes) => {
              const records = writes.some(({ events }) => events?.some(({ type }) => type === 'RepAlerted'));
              if (dies && records) throw new StoreError('commit-failed', 'the function was stopped');
              return store.commit(writes);
            },
          },
        }),
      },
    );
  });
});
