import { describe, expect, it } from 'vitest';
import {
  clause,
  rep,
  smallAgreement,
  territory,
  weekdays,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { franceAndRest, lead, NO_STEPS, OFFICE, oneTeam, playWhoGetsIt } from '../support/scenario/who-gets-it.ts';

describe('a place that is freed while its rep cannot use it', () => {
  it.each([
    ['after hours', '18:00', '+1 09:00'],
    ['half an hour before opening', '+1 08:20', '+1 08:20'],
  ])('%s serves the line as soon as they can take it', (_, freed, served) =>
    playWhoGetsIt(oneTeam(rep('ana', { schedule: OFFICE, capacity: { open: 1 } })), async (s) => {
      await s.capture('10:00', lead('a'));
      await s.capture(freed === '18:00' ? '15:30' : '+1 08:10', lead('b'));
      await s.closed(freed, lead('a'), 'won');
      await s.pass('+1 17:00');
      expect(s.facts(lead('b'), 'LeadAssigned')).toEqual([`${served} LeadAssigned ana 1 by share`]);
    }),
  );

  it('serves it before the run ends, though the opening is when the daily look would have been', () =>
    playWhoGetsIt(oneTeam(rep('ana', { schedule: OFFICE, capacity: { open: 1, perDay: 1 } })), async (s) => {
      await s.capture('08:59', lead('a'));
      await s.capture('09:00', lead('b'));
      await s.closed('10:00', lead('a'), 'won');
      await s.runToEnd();
      expect(s.facts(lead('b'), 'LeadAssigned')).toEqual(['+1 09:00 LeadAssigned ana 1 by share']);
    }));

  it('serves it the next day if they were full for the day too', () =>
    playWhoGetsIt(oneTeam(rep('ana', { schedule: OFFICE, capacity: { open: 1, perDay: 1 } })), async (s) => {
      await s.capture('10:00', lead('a'));
      await s.capture('10:30', lead('b'));
      await s.closed('11:00', lead('a'), 'won');
      await s.pass('+1 17:00');
      expect(s.facts(lead('b'), 'LeadAssigned')).toEqual(['+1 09:00 LeadAssigned ana 1 by share']);
    }));
});

describe('a line', () => {
  it('is not overtaken before opening by whoever comes then', () =>
    playWhoGetsIt(oneTeam(rep('ana', { schedule: OFFICE, capacity: { perDay: 1 } })), async (s) => {
      await s.capture('18:00', lead('old'));
      await s.capture('+1 08:30', lead('new'));
      await s.pass('+2 17:00');
      expect(s.facts(lead('old'), 'LeadAssigned')).toEqual(['+1 09:00 LeadAssigned ana 1 by share']);
      expect(s.facts(lead('new'), 'LeadAssigned')).toEqual(['+2 09:00 LeadAssigned ana 1 by share']);
    }));

  it('lets whoever stands far back have a hand that nobody before them can use', () =>
    playWhoGetsIt(
      smallAgreement({
        reps: [
          rep('luc', { languages: ['fr'], capacity: { open: 1 } }),
          rep('dora', { languages: ['de'], schedule: OFFICE }),
        ],
        territories: [territory('Everywhere', ['luc', 'dora'], { matchLanguage: true })],
        sla: NO_STEPS,
      }),
      async (s) => {
        for (let index = 0; index < 60; index += 1)
          await s.capture('02:00', lead(`french-${index}`), { language: 'fr' });
        await s.capture('03:00', lead('second'), { language: 'de' });
        await s.capture('03:01', lead('third'), { language: 'de' });
        await s.pass('09:30');
        expect(s.facts(lead('second'), 'LeadAssigned')).toEqual(['09:00 LeadAssigned dora 1 by share']);
        expect(s.facts(lead('third'), 'LeadAssigned')).toEqual(['09:00 LeadAssigned dora 1 by share']);
      },
    ));

  it('is left for another by a lead of which a later capture tells that it belongs there', () =>
    playWhoGetsIt(franceAndRest({ luc: { capacity: { open: 1 } }, ana: { capacity: { open: 1 } } }), async (s) => {
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
    }));

  it('is joined by nobody whom only a rep without any capacity could take: the manager gets that lead', () =>
    playWhoGetsIt(
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
      },
    ));
});

describe('a team of more reps than a store loads at once', () => {
  it('shares its leads like any other', () => {
    const ids = Array.from({ length: 230 }, (_, index) => `rep-${String(index).padStart(3, '0')}`);
    return playWhoGetsIt(oneTeam(...ids.map((id) => rep(id))), async (s) => {
      for (const name of ['a', 'b']) await s.capture('09:00', lead(name));
      expect(s.facts(lead('b'), 'LeadAssigned')).toEqual(['09:00 LeadAssigned rep-001 1 by share']);
    });
  });
});

describe('a lead that its last owner keeps, as nobody else could ever take it', () => {
  it('does not lose its place to whoever waits', () =>
    playWhoGetsIt(
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
      },
    ));

  it('gives back its share once, however often it is rejected', () =>
    playWhoGetsIt(oneTeam(withoutManager(rep('ana')), withoutManager(rep('ben'))), async (s) => {
      await s.capture('09:00', lead('a'));
      await s.reject('09:01', lead('a'), 'wrong-territory');
      for (const minute of [2, 3, 4, 5]) await s.reject(`09:0${minute}`, lead('a'), 'wrong-territory');
      for (const name of ['b', 'c', 'd', 'e']) await s.capture('09:10', lead(name));
      const owners = ['b', 'c', 'd', 'e'].flatMap((name) => s.facts(lead(name), 'LeadAssigned'));
      expect(owners.filter((line) => line.includes(' ben '))).toHaveLength(2);
    }));
});

describe('whoever returns from an absence', () => {
  it('gets no flood of leads for giving back those from before it', () =>
    playWhoGetsIt(
      oneTeam(
        rep('ana', { schedule: { ...weekdays(0, 24), away: [{ from: '2026-11-03', to: '2026-11-03' }] } }),
        rep('ben'),
      ),
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
      },
    ));
});
