import { describe, expect, it } from 'vitest';
import type { Ports } from '../../shared/ports/ports.ts';
import {
  clause,
  rep,
  smallAgreement,
  territory,
  weekdays,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { play } from '../support/scenario/scenario.ts';

const lead = (name: string): string => `${name}@mail.example`;
const office = weekdays(9, 17);
const slow = { accept: clause(30, []), contact: clause(60, []) };
const french = { field: 'language', test: { in: ['fr'] } };

describe('a place that is freed while its rep cannot use it', () => {
  it.each([
    ['after hours', '18:00', '+1 09:00'],
    ['half an hour before opening', '+1 08:20', '+1 08:20'],
  ])('%s serves the line as soon as they can take it', (_, freed, served) =>
    play(
      smallAgreement({
        reps: [rep('ana', { schedule: office, capacity: { open: 1 } })],
        territories: [territory('Everywhere', ['ana'])],
        sla: slow,
      }),
      async (s) => {
        await s.capture('10:00', lead('a'));
        await s.capture(freed === '18:00' ? '15:30' : '+1 08:10', lead('b'));
        await s.closed(freed, lead('a'), 'won');
        await s.pass('+1 17:00');
        expect(s.facts(lead('b'), 'LeadAssigned')).toEqual([`${served} LeadAssigned ana 1 by share`]);
        s.ignoreMessages();
      },
    ),
  );

  it('serves it before the run ends, though the opening is when the daily look would have been', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { schedule: office, capacity: { open: 1, perDay: 1 } })],
        territories: [territory('Everywhere', ['ana'])],
        sla: slow,
      }),
      async (s) => {
        await s.capture('08:59', lead('a'));
        await s.capture('09:00', lead('b'));
        await s.closed('10:00', lead('a'), 'won');
        await s.runToEnd();
        expect(s.facts(lead('b'), 'LeadAssigned')).toEqual(['+1 09:00 LeadAssigned ana 1 by share']);
        s.ignoreMessages();
      },
    ));

  it('serves it the next day if they were full for the day too', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { schedule: office, capacity: { open: 1, perDay: 1 } })],
        territories: [territory('Everywhere', ['ana'])],
        sla: slow,
      }),
      async (s) => {
        await s.capture('10:00', lead('a'));
        await s.capture('10:30', lead('b'));
        await s.closed('11:00', lead('a'), 'won');
        await s.pass('+1 17:00');
        expect(s.facts(lead('b'), 'LeadAssigned')).toEqual(['+1 09:00 LeadAssigned ana 1 by share']);
        s.ignoreMessages();
      },
    ));
});

describe('a line', () => {
  it('is not overtaken before opening by whoever comes then', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { schedule: office, capacity: { perDay: 1 } })],
        territories: [territory('Everywhere', ['ana'])],
        sla: slow,
      }),
      async (s) => {
        await s.capture('18:00', lead('old'));
        await s.capture('+1 08:30', lead('new'));
        await s.pass('+2 17:00');
        expect(s.facts(lead('old'), 'LeadAssigned')).toEqual(['+1 09:00 LeadAssigned ana 1 by share']);
        expect(s.facts(lead('new'), 'LeadAssigned')).toEqual(['+2 09:00 LeadAssigned ana 1 by share']);
        s.ignoreMessages();
      },
    ));

  it('lets whoever stands far back have a hand that nobody before them can use', () =>
    play(
      smallAgreement({
        reps: [
          rep('luc', { languages: ['fr'], capacity: { open: 1 } }),
          rep('dora', { languages: ['de'], schedule: office }),
        ],
        territories: [territory('Everywhere', ['luc', 'dora'], { matchLanguage: true })],
        sla: slow,
      }),
      async (s) => {
        for (let index = 0; index < 60; index += 1)
          await s.capture('02:00', lead(`french-${index}`), { language: 'fr' });
        await s.capture('03:00', lead('second'), { language: 'de' });
        await s.capture('03:01', lead('third'), { language: 'de' });
        await s.pass('09:30');
        expect(s.facts(lead('second'), 'LeadAssigned')).toEqual(['09:00 LeadAssigned dora 1 by share']);
        expect(s.facts(lead('third'), 'LeadAssigned')).toEqual(['09:00 LeadAssigned dora 1 by share']);
        s.ignoreMessages();
      },
    ));

  it('is left for another by a lead of which a later capture tells that it belongs there', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { capacity: { open: 1 } }), rep('luc', { capacity: { open: 1 } })],
        territories: [territory('France', ['luc'], { when: french }), territory('Rest', ['ana'])],
        sla: slow,
      }),
      async (s) => {
        await s.capture('09:00', lead('a'));
        await s.capture('09:00', lead('b'), { language: 'fr' });
        await s.capture('09:10', lead('c'));
        await s.capture('09:20', lead('c'), { language: 'fr' });
        await s.closed('09:30', lead('b'), 'won');
        expect(s.facts(lead('c'), 'LeadWaiting', 'LeadAssigned')).toEqual([
          '09:10 LeadWaiting everybody-full until +1 09:10',
          '09:20 LeadWaiting everybody-full until +1 09:20',
          '09:30 LeadAssigned luc 1 by share',
        ]);
        s.ignoreMessages();
      },
    ));

  it('is joined by nobody whom only a rep without any capacity could take: the manager gets that lead', () =>
    play(
      smallAgreement({
        reps: [rep('ana'), rep('ben', { capacity: { open: 0 } }), withoutManager(rep('mia'))],
        territories: [territory('Everywhere', ['ana', 'ben'])],
      }),
      async (s) => {
        await s.capture('09:00', lead('a'));
        await s.reject('09:05', lead('a'), 'wrong-territory');
        expect(s.facts(lead('a'), 'LeadAssigned')).toEqual([
          '09:00 LeadAssigned ana 1 by share',
          '09:05 LeadAssigned mia 2 by manager',
        ]);
        s.ignoreMessages();
      },
    ));
});

describe("an account's owner who is of another team", () => {
  const teams = (ana: ReturnType<typeof rep>, luc: ReturnType<typeof rep>) =>
    smallAgreement({
      reps: [ana, luc],
      territories: [territory('France', ['luc'], { when: french }), territory('Rest', ['ana'])],
      sla: slow,
    });

  it('is waited for until they open, if that is before anybody of the team', () =>
    play(teams(rep('ana', { schedule: office }), rep('luc', { schedule: weekdays(12, 17) })), async (s) => {
      await s.capture('10:00', 'one@acme.example');
      await s.capture('18:00', 'two@acme.example', { language: 'fr' });
      await s.pass('+1 17:00');
      expect(s.facts('two@acme.example', 'LeadAssigned')).toEqual(['+1 09:00 LeadAssigned ana 1 by account']);
      s.ignoreMessages();
    }));

  it('serves the lead that waits for them as soon as they are free', () =>
    play(teams(rep('ana', { capacity: { open: 1 } }), rep('luc', { schedule: weekdays(12, 17) })), async (s) => {
      await s.capture('08:00', 'one@acme.example');
      await s.capture('08:10', 'two@acme.example', { language: 'fr' });
      await s.closed('08:30', 'one@acme.example', 'won');
      expect(s.facts('two@acme.example', 'LeadAssigned')).toEqual(['08:30 LeadAssigned ana 1 by account']);
      s.ignoreMessages();
    }));
});

describe('a company that gets an owner while another of its leads waits', () => {
  it('brings that lead to the owner at once', () =>
    play(
      smallAgreement({
        reps: [rep('ana'), rep('luc', { schedule: weekdays(12, 17) })],
        territories: [territory('France', ['luc'], { when: french }), territory('Rest', ['ana'])],
        sla: slow,
      }),
      async (s) => {
        await s.capture('09:00', 'one@acme.example', { language: 'fr' });
        await s.capture('09:05', 'two@acme.example');
        expect(s.facts('one@acme.example', 'LeadAssigned')).toEqual(['09:05 LeadAssigned ana 1 by account']);
        s.ignoreMessages();
      },
    ));
});

describe('an owner that a company gets while another of its leads waits', () => {
  const agreement = smallAgreement({
    reps: [rep('ana', { capacity: { open: 1 } }), rep('luc', { capacity: { open: 1 } })],
    territories: [territory('France', ['luc'], { when: french }), territory('Rest', ['ana'])],
    sla: slow,
  });

  it('takes that one too as soon as they have a place', () =>
    play(agreement, async (s) => {
      await s.capture('08:00', 'x@other.example', { language: 'fr' });
      await s.capture('08:05', 'one@acme.example', { language: 'fr' });
      await s.capture('08:10', 'two@acme.example');
      await s.closed('08:30', 'two@acme.example', 'won');
      expect(s.facts('one@acme.example', 'LeadAssigned')).toEqual(['08:30 LeadAssigned ana 1 by account']);
      s.ignoreMessages();
    }));

  it('takes it though whoever gave them the first ended before it came to that', () => {
    let armed = false;
    const ending = ({ store }: Ports): Partial<Ports> => ({
      store: {
        ...store,
        commit: async (writes) => {
          const result = await store.commit(writes);
          if (armed && writes.some(({ events }) => events?.some(({ type }) => type === 'LeadAssigned'))) {
            armed = false;
            throw new Error('the process ended');
          }
          return result;
        },
      },
    });
    return play(
      smallAgreement({
        reps: [rep('ana'), rep('luc', { capacity: { open: 1 } })],
        territories: [territory('France', ['luc'], { when: french }), territory('Rest', ['ana'])],
        sla: slow,
      }),
      async (s) => {
        await s.capture('08:00', 'x@other.example', { language: 'fr' });
        await s.capture('08:05', 'one@acme.example', { language: 'fr' });
        armed = true;
        await s.capture('08:10', 'two@acme.example');
        await s.pass('08:20');
        expect(s.facts('one@acme.example', 'LeadAssigned')).toEqual(['08:13 LeadAssigned ana 1 by account']);
        s.ignoreMessages();
      },
      { replace: ending },
    );
  });
});

describe('a company whose owner is another one once a lead has ended', () => {
  it('has its waiting lead taken by that one at once', () =>
    play(
      smallAgreement({
        reps: [rep('ana'), rep('ben', { schedule: weekdays(8, 9) }), rep('luc', { capacity: { perDay: 1 } })],
        territories: [
          territory('France', ['luc'], { when: french }),
          territory('Bavaria', ['ben'], { when: { field: 'location.region', test: { in: ['DE-BY'] } } }),
          territory('Rest', ['ana']),
        ],
        sla: slow,
      }),
      async (s) => {
        await s.capture('08:00', 'x@acme.example', { location: { country: 'DE', region: 'DE-BY' } });
        await s.capture('10:00', 'full@other.example', { language: 'fr' });
        await s.capture('10:05', 'y@acme.example');
        await s.capture('10:10', 'waits@acme.example', { language: 'fr' });
        expect(s.facts('waits@acme.example', 'LeadAssigned')).toEqual([]);
        await s.closed('10:30', 'x@acme.example', 'won');
        expect(s.facts('waits@acme.example', 'LeadAssigned')).toEqual(['10:30 LeadAssigned ana 1 by account']);
        s.ignoreMessages();
      },
    ));
});

describe('a team of more reps than a store loads at once', () => {
  it('shares its leads like any other', () => {
    const ids = Array.from({ length: 230 }, (_, index) => `rep-${String(index).padStart(3, '0')}`);
    return play(
      smallAgreement({ reps: ids.map((id) => rep(id)), territories: [territory('Everywhere', ids)], sla: slow }),
      async (s) => {
        for (const name of ['a', 'b']) await s.capture('09:00', lead(name));
        expect(s.facts(lead('b'), 'LeadAssigned')).toEqual(['09:00 LeadAssigned rep-001 1 by share']);
        s.ignoreMessages();
      },
    );
  });
});

describe('a lead that its last owner keeps, as nobody else could ever take it', () => {
  it('does not lose its place to whoever waits', () =>
    play(
      smallAgreement({
        reps: [withoutManager(rep('ana', { capacity: { open: 1 } }))],
        territories: [territory('Everywhere', ['ana'])],
        sla: { accept: clause(30, [[30, 'reassign']]) },
      }),
      async (s) => {
        await s.capture('09:00', lead('a'));
        await s.capture('09:10', lead('b'));
        await s.pass('10:00');
        expect(s.facts(lead('b'), 'LeadAssigned')).toEqual([]);
        await s.accept('10:05', lead('a'));
        expect(s.facts(lead('a'), 'LeadAccepted')).toEqual(['10:05 LeadAccepted ana late by PT35M']);
        s.ignoreMessages();
      },
    ));

  it('gives back its share once, however often it is rejected', () =>
    play(
      smallAgreement({
        reps: [withoutManager(rep('ana')), withoutManager(rep('ben'))],
        territories: [territory('Everywhere', ['ana', 'ben'])],
        sla: slow,
      }),
      async (s) => {
        await s.capture('09:00', lead('a'));
        await s.reject('09:01', lead('a'), 'wrong-territory');
        for (const minute of [2, 3, 4, 5]) await s.reject(`09:0${minute}`, lead('a'), 'wrong-territory');
        for (const name of ['b', 'c', 'd', 'e']) await s.capture('09:10', lead(name));
        const owners = ['b', 'c', 'd', 'e'].flatMap((name) => s.facts(lead(name), 'LeadAssigned'));
        expect(owners.filter((line) => line.includes(' ben '))).toHaveLength(2);
        s.ignoreMessages();
      },
    ));
});

describe('whoever returns from an absence', () => {
  it('gets no flood of leads for giving back those from before it', () =>
    play(
      smallAgreement({
        reps: [
          rep('ana', { schedule: { ...weekdays(0, 24), away: [{ from: '2026-11-03', to: '2026-11-03' }] } }),
          rep('ben'),
        ],
        territories: [territory('Everywhere', ['ana', 'ben'])],
        sla: slow,
      }),
      async (s) => {
        for (let index = 0; index < 8; index += 1) await s.capture(`09:0${index}`, lead(`before-${index}`));
        for (let index = 0; index < 9; index += 1) await s.capture(`+1 09:0${index}`, lead(`meanwhile-${index}`));
        await s.capture('+2 09:00', lead('back'));
        for (let index = 0; index < 8; index += 2)
          await s.reject('+2 09:01', lead(`before-${index}`), 'not-a-fit', 'ana');
        const names = ['a', 'b', 'c', 'd', 'e', 'f'];
        for (const [index, name] of names.entries()) await s.capture(`+2 09:1${index}`, lead(name));
        const owners = names.flatMap((name) => s.facts(lead(name), 'LeadAssigned'));
        expect(owners.filter((line) => line.includes(' ana ')).length).toBeLessThanOrEqual(4);
        s.ignoreMessages();
      },
    ));
});
