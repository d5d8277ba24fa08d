import { describe, expect, it } from 'vitest';
import {
  always,
  clause,
  rep,
  smallAgreement,
  territory,
  weekdays,
  withoutManager,
} from '../support/agreement/small-agreement.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const lead = (name: string): string => `${name}@mail.example`;

const ownersOf = (s: Scenario, ...emails: readonly string[]): readonly string[] =>
  emails.flatMap((email) => s.facts(email, 'LeadAssigned'));

const slow = { accept: clause(6000, [[6000, 'reassign']]) };

describe('the share of a team', () => {
  it('goes round, least recently served first', () =>
    play(smallAgreement(), async (s) => {
      for (const [index, name] of ['a', 'b', 'c', 'd'].entries()) await s.capture(`09:0${index}`, lead(name));
      expect(ownersOf(s, ...['a', 'b', 'c', 'd'].map(lead))).toEqual([
        '09:00 LeadAssigned ana 1 by share',
        '09:01 LeadAssigned ben 1 by share',
        '09:02 LeadAssigned cem 1 by share',
        '09:03 LeadAssigned ana 1 by share',
      ]);
      s.ignoreMessages();
    }));

  it('is by weight', () =>
    play(
      smallAgreement({
        territories: [
          territory('Everywhere', [], {
            team: [
              { rep: 'ana', weight: 2 },
              { rep: 'ben', weight: 1 },
            ],
          }),
        ],
      }),
      async (s) => {
        const names = ['a', 'b', 'c', 'd', 'e', 'f'].map(lead);
        for (const [index, name] of names.entries()) await s.capture(`09:0${index}`, name);
        const owners = ownersOf(s, ...names).map((line) => line.split(' ')[2]);
        expect(owners.filter((owner) => owner === 'ana')).toHaveLength(4);
        expect(owners.filter((owner) => owner === 'ben')).toHaveLength(2);
        s.ignoreMessages();
      },
    ));

  it("passes over those who do not speak the lead's language", () =>
    play(
      smallAgreement({
        reps: [rep('ana', { languages: ['de'] }), rep('ben', { languages: ['fr-be'] }), withoutManager(rep('mia'))],
        territories: [territory('Everywhere', ['ana', 'ben'], { matchLanguage: true })],
      }),
      async (s) => {
        await s.capture('09:00', lead('a'), { language: 'FR' });
        await s.capture('09:01', lead('b'), { language: 'fr-CA' });
        await s.capture('09:02', lead('c'), { language: 'it' });
        expect(ownersOf(s, lead('a'), lead('b'), lead('c'))).toEqual([
          '09:00 LeadAssigned ben 1 by share',
          '09:01 LeadAssigned ben 1 by share',
          '09:02 LeadAssigned ana 1 by share',
        ]);
        s.ignoreMessages();
      },
    ));

  it('asks the overflow without the wish for a language that nobody speaks, then the team', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { languages: ['de'] }), rep('ben', { capacity: { open: 1 } })].map(withoutManager),
        territories: [
          territory('German', ['ana'], { matchLanguage: true, overflow: 'Rest' }),
          territory('Rest', ['ben']),
        ],
      }),
      async (s) => {
        await s.capture('09:00', lead('a'), { language: 'gsw-CH' });
        await s.capture('09:01', lead('b'), { language: 'German' });
        await s.capture('09:02', lead('c'), { language: 'de-AT' });
        expect(ownersOf(s, lead('a'), lead('b'), lead('c'))).toEqual([
          '09:00 LeadAssigned ben 1 by overflow',
          '09:01 LeadAssigned ana 1 by share',
          '09:02 LeadAssigned ana 1 by share',
        ]);
        s.ignoreMessages();
      },
    ));

  it('waits for a speaker who can take the lead later', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { languages: ['de'], capacity: { open: 1 } }), rep('ben')],
        territories: [territory('German', ['ana', 'ben'], { matchLanguage: true })],
      }),
      async (s) => {
        await s.capture('09:00', lead('a'), { language: 'de' });
        await s.capture('09:01', lead('b'), { language: 'de' });
        await s.closed('09:10', lead('a'), 'won');
        expect(ownersOf(s, lead('b'))).toEqual(['09:10 LeadAssigned ana 1 by share']);
        s.ignoreMessages();
      },
    ));
});

describe('an account', () => {
  it("brings a colleague's lead to the owner of the open one, in whatever spelling of the domain", () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', 'one@acme.example');
      await s.capture('09:01', 'two@ACME.example.');
      await s.capture('09:02', 'three@mail.example', {
        company: { name: 'Acme', employees: 500, domain: 'https://www.Acme.example' },
      });
      expect(ownersOf(s, 'one@acme.example', 'two@acme.example', 'three@mail.example')).toEqual([
        '09:00 LeadAssigned ana 1 by share',
        '09:01 LeadAssigned ana 1 by account',
        '09:02 LeadAssigned ana 1 by account',
      ]);
      s.ignoreMessages();
    }));

  it('brings it to the last owner once every lead is closed', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', 'one@acme.example');
      await s.closed('09:01', 'one@acme.example', 'won');
      await s.capture('09:02', 'two@acme.example');
      expect(ownersOf(s, 'two@acme.example')).toEqual(['09:02 LeadAssigned ana 1 by account']);
      s.ignoreMessages();
    }));

  it('is charged to the ledger: the others catch up', () =>
    play(smallAgreement({ territories: [territory('Everywhere', ['ana', 'ben'])], sla: slow }), async (s) => {
      await s.capture('09:00', 'one@acme.example');
      await s.capture('09:01', 'two@acme.example');
      await s.capture('09:02', lead('b'));
      await s.capture('09:03', lead('c'));
      await s.capture('09:04', lead('d'));
      expect(ownersOf(s, lead('b'), lead('c'), lead('d'))).toEqual([
        '09:02 LeadAssigned ben 1 by share',
        '09:03 LeadAssigned ben 1 by share',
        '09:04 LeadAssigned ana 1 by share',
      ]);
      s.ignoreMessages();
    }));

  it('follows its owner only as far as they can take a lead', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { capacity: { open: 1 } }), rep('ben')],
        territories: [territory('All', ['ana', 'ben'])],
      }),
      async (s) => {
        await s.capture('09:00', 'one@acme.example');
        await s.capture('09:01', 'two@acme.example');
        expect(ownersOf(s, 'two@acme.example')).toEqual(['09:01 LeadAssigned ben 1 by share']);
        s.ignoreMessages();
      },
    ));

  it('is never a provider of free mail', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', 'one@gmail.com');
      await s.capture('09:01', 'two@gmail.com');
      await s.capture('09:02', lead('a'));
      await s.capture('09:03', lead('b'));
      expect(ownersOf(s, 'two@gmail.com', lead('b'))).toEqual([
        '09:01 LeadAssigned ben 1 by share',
        '09:03 LeadAssigned ana 1 by share',
      ]);
      s.ignoreMessages();
    }));

  it('lets go of a lead whose company turned out to be another', () =>
    play(smallAgreement(), async (s) => {
      await s.capture('09:00', 'one@acme.example');
      await s.capture('09:01', 'one@acme.example', { company: { domain: 'other.example' } });
      await s.closed('09:02', 'one@acme.example', 'lost');
      const accounts = ['acme.example', 'other.example'].map((id) => ({ type: 'account', id }) as const);
      const stored = await s.runtime.store.load(accounts);
      expect(accounts.flatMap((key) => stored.get(key)?.value.open ?? [])).toEqual([]);
      s.ignoreMessages();
    }));

  it.each(['constructor', '__proto__', 'n/a', 'none', '-', 'localhost'])(
    'is not made of %s, and nobody is held up by it',
    (domain) =>
      play(smallAgreement(), async (s) => {
        const company = { name: 'Acme', employees: 500, domain };
        await s.capture('09:00', lead('a'), { company });
        await s.capture('09:01', lead('b'), { company });
        await s.capture('09:02', lead('c'));
        await s.pass('09:05');
        expect(ownersOf(s, lead('a'), lead('b'), lead('c'))).toEqual([
          '09:00 LeadAssigned ana 1 by share',
          '09:01 LeadAssigned ben 1 by share',
          '09:02 LeadAssigned cem 1 by share',
        ]);
        s.ignoreMessages();
      }),
  );
});

describe('overflow', () => {
  const north = territory('North', ['ana'], {
    when: { field: 'location.country', test: { in: ['NO'] } },
    overflow: 'South',
  });

  it('helps out, the territory staying the one that matched', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { capacity: { open: 1 } }), rep('ben')],
        territories: [north, territory('South', ['ben'])],
        sla: slow,
      }),
      async (s) => {
        const norwegian = { location: { country: 'no' } };
        await s.capture('09:00', lead('a'), norwegian);
        await s.capture('09:01', lead('b'), norwegian);
        expect(ownersOf(s, lead('a'), lead('b'))).toEqual([
          '09:00 LeadAssigned ana 1 by share',
          '09:01 LeadAssigned ben 1 by overflow',
        ]);
        const [fact] = await s.runtime.store.history([...s.runtime.store.leads()][1]?.id ?? '', 4);
        expect(fact?.detail.data).toMatchObject({
          territory: 'North',
          decision: { team: 'South', agreement: 'small' },
        });
        s.ignoreMessages();
      },
    ));

  it('gives way to the line when nobody there can either', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { capacity: { open: 0 } }), rep('ben', { schedule: weekdays(12, 18) })],
        territories: [north, territory('South', ['ben'])],
      }),
      async (s) => {
        await s.capture('09:00', lead('a'), { location: { country: 'NO' } });
        expect(s.facts(lead('a'), 'LeadWaiting')).toEqual(['09:00 LeadWaiting nobody-at-work until 12:00']);
        await s.pass('12:00');
        s.expectMessages(['12:00 alert ben sms', '12:00 alert ben email']);
      },
    ));
});

describe('a waiting line', () => {
  it('is served by the overflow team too, as soon as one of them is freed', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { capacity: { open: 0 } }), rep('ben', { capacity: { open: 1 } })],
        territories: [
          territory('North', ['ana'], {
            when: { field: 'location.country', test: { in: ['NO'] } },
            overflow: 'South',
          }),
          territory('South', ['ben']),
        ],
        sla: slow,
      }),
      async (s) => {
        await s.capture('09:00', lead('a'));
        await s.capture('09:01', lead('b'), { location: { country: 'NO' } });
        await s.closed('10:00', lead('a'), 'won');
        expect(ownersOf(s, lead('b'))).toEqual(['10:00 LeadAssigned ben 1 by overflow']);
        s.ignoreMessages();
      },
    ));

  it('is drained oldest first when the team opens', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { schedule: weekdays(9, 18) })],
        territories: [territory('Everywhere', ['ana'])],
      }),
      async (s) => {
        for (const [index, name] of ['c', 'a', 'b'].entries()) await s.capture(`0${index + 1}:00`, lead(name));
        await s.pass('08:59');
        s.expectMessages([]);
        await s.pass('09:00');
        expect(s.sent.map(({ message }) => message.leadIds[0])).toEqual(
          ['c', 'c', 'a', 'a', 'b', 'b'].map((name) => idOf(s, lead(name))),
        );
        s.ignoreMessages();
      },
    ));

  it('is drained oldest first, one by one, as a rep is freed', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { capacity: { open: 1 } })],
        territories: [territory('Everywhere', ['ana'])],
        sla: slow,
      }),
      async (s) => {
        await s.capture('09:00', lead('a'));
        await s.capture('09:01', lead('b'));
        await s.capture('09:02', lead('c'));
        await s.closed('10:00', lead('a'), 'won');
        await s.capture('10:01', lead('d'));
        await s.closed('11:00', lead('b'), 'lost');
        await s.reject('12:00', lead('c'), 'duplicate');
        expect(ownersOf(s, ...['a', 'b', 'c', 'd'].map(lead))).toEqual([
          '09:00 LeadAssigned ana 1 by share',
          '10:00 LeadAssigned ana 1 by share',
          '11:00 LeadAssigned ana 1 by share',
          '12:00 LeadAssigned ana 1 by share',
        ]);
        expect(s.facts(lead('b'), 'LeadWaiting')).toEqual(['09:01 LeadWaiting everybody-full until +1 09:01']);
        s.ignoreMessages();
      },
    ));

  it('is served before whoever comes later', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { capacity: { perDay: 1 } })],
        territories: [territory('Everywhere', ['ana'])],
        sla: slow,
      }),
      async (s) => {
        await s.capture('09:00', lead('a'));
        await s.capture('09:01', lead('b'));
        await s.capture('09:02', lead('c'));
        expect(s.facts(lead('b'), 'LeadWaiting')).toEqual(['09:01 LeadWaiting everybody-full until +1 00:00']);
        await s.capture('+1 00:00', lead('d'));
        await s.pass('+3 00:00');
        expect(ownersOf(s, ...['b', 'c', 'd'].map(lead))).toEqual([
          '+1 00:00 LeadAssigned ana 1 by share',
          '+2 00:00 LeadAssigned ana 1 by share',
          '+3 00:00 LeadAssigned ana 1 by share',
        ]);
        s.ignoreMessages();
      },
    ));

  it('is as long as it must be: thirty leads find their owner at opening, none above capacity', () =>
    play(
      smallAgreement({
        reps: ['ana', 'ben', 'cem'].map((id) => rep(id, { schedule: weekdays(9, 18), capacity: { open: 8 } })),
        sla: slow,
      }),
      async (s) => {
        const names = Array.from({ length: 30 }, (_, index) => `lead-${String(index).padStart(2, '0')}`);
        for (const [index, name] of names.entries())
          await s.capture(`06:00:${String(index).padStart(2, '0')}`, lead(name));
        await s.pass('09:00');
        const owned = names.filter((name) => ownersOf(s, lead(name)).length === 1);
        expect(owned).toEqual(names.slice(0, 24));
        s.ignoreMessages();
        await s.closed('10:00', lead('lead-00'), 'lost');
        expect(ownersOf(s, lead('lead-24'))).toHaveLength(1);
        s.ignoreMessages();
      },
    ));

  it('is looked at but daily when nobody there can ever take more in a day', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { capacity: { perDay: 0 } })],
        territories: [territory('Everywhere', ['ana'])],
      }),
      async (s) => {
        await s.capture('09:00', lead('a'));
        await s.pass('+2 00:00');
        expect(s.facts(lead('a'), 'LeadWaiting')).toHaveLength(1);
        expect(s.runtime.store.nextUrgentRecheck()).toBeUndefined();
      },
    ));

  it('takes whoever starts work before the promise breaks at once', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { schedule: weekdays(9, 18) }), rep('ben', { schedule: weekdays(8, 18) })],
        territories: [territory('Everywhere', ['ana', 'ben'])],
      }),
      async (s) => {
        await s.capture('07:30', lead('a'));
        await s.capture('07:31', lead('b'));
        s.expectMessages([
          '07:30 alert ben sms',
          '07:30 alert ben email',
          '07:31 alert ben sms',
          '07:31 alert ben email',
        ]);
        await s.pass('08:15');
        s.expectMessages([
          '08:15 remind ben sms',
          '08:15 remind ben email',
          '08:15 remind ben sms',
          '08:15 remind ben email',
        ]);
      },
    ));
});

describe('working hours', () => {
  it('stop the clock at closing, over a weekend in which the clocks are put back', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { schedule: weekdays(9, 18, 'Europe/Berlin') }), withoutManager(rep('mia'))],
        territories: [territory('Everywhere', ['ana'])],
      }),
      async (s) => {
        // Friday 17:50 in Berlin, summer time; Monday 09:00 there is 08:00 UTC.
        await s.capture('15:50', lead('a'));
        await s.pass('+3 08:19');
        s.expectMessages([
          '15:50 alert ana sms',
          '15:50 alert ana email',
          '+3 08:05 remind ana sms',
          '+3 08:05 remind ana email',
        ]);
        await s.pass('+3 08:20');
        s.expectMessages(['+3 08:20 alert mia sms', '+3 08:20 alert mia email', '+3 08:20 taken-away ana email']);
      },
      { day: '2026-10-23' },
    ));

  it('that run out at closing are due at closing', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { schedule: weekdays(9, 18) }), withoutManager(rep('mia'))],
        territories: [territory('Everywhere', ['ana'])],
      }),
      async (s) => {
        await s.capture('17:30', lead('a'));
        await s.pass('18:00');
        expect(s.facts(lead('a'), 'SlaBreached')).toEqual(['18:00 SlaBreached accept sales 1']);
        s.ignoreMessages();
      },
    ));

  it('count the 25 hours of the Sunday on which the clocks are put back', () =>
    play(
      smallAgreement({
        reps: [rep('ana', { schedule: always('Europe/Berlin') }), withoutManager(rep('mia'))],
        territories: [territory('Everywhere', ['ana'])],
        sla: { accept: clause(25 * 60, [[25 * 60, 'reassign']]) },
      }),
      async (s) => {
        // Sunday 00:00 in Berlin; its last hour ends at 23:00 UTC.
        await s.capture('22:00', lead('a'));
        await s.pass('+1 22:59');
        s.expectMessages(['22:00 alert ana sms', '22:00 alert ana email']);
        await s.pass('+1 23:00');
        s.expectMessages(['+1 23:00 alert mia sms', '+1 23:00 alert mia email', '+1 23:00 taken-away ana email']);
      },
      { day: '2026-10-24' },
    ));
});

const idOf = (s: Scenario, email: string): string | undefined =>
  [...s.runtime.store.leads()].find((one) => one.email === email)?.id;
