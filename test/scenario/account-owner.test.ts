import { describe, expect, it } from 'vitest';
import { routeByTrigger } from '../../shared/application/routing/route-by-trigger.ts';
import type { Account } from '../../shared/domain/routing/account.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { rep, smallAgreement, territory, weekdays } from '../support/agreement/small-agreement.ts';
import { FRENCH, franceAndRest, NO_STEPS, OFFICE, playWhoGetsIt } from '../support/scenario/who-gets-it.ts';

describe("an account's owner who is of another team", () => {
  it('is waited for until they open, if that is before anybody of the team', () =>
    playWhoGetsIt(franceAndRest({ luc: { schedule: weekdays(12, 17) }, ana: { schedule: OFFICE } }), async (s) => {
      await s.capture('10:00', 'one@acme.example');
      await s.capture('18:00', 'two@acme.example', { language: 'fr' });
      await s.pass('+1 17:00');
      expect(s.facts('two@acme.example', 'LeadAssigned')).toEqual(['+1 09:00 LeadAssigned ana 1 by account']);
    }));

  it('serves the lead that waits for them as soon as they are free', () =>
    playWhoGetsIt(franceAndRest({ luc: { schedule: weekdays(12, 17) }, ana: { capacity: { open: 1 } } }), async (s) => {
      await s.capture('08:00', 'one@acme.example');
      await s.capture('08:10', 'two@acme.example', { language: 'fr' });
      await s.closed('08:30', 'one@acme.example', 'won');
      expect(s.facts('two@acme.example', 'LeadAssigned')).toEqual(['08:30 LeadAssigned ana 1 by account']);
    }));
});

describe('a company that gets an owner while another of its leads waits', () => {
  it('brings that lead to the owner at once', () =>
    playWhoGetsIt(franceAndRest({ luc: { schedule: weekdays(12, 17) } }), async (s) => {
      await s.capture('09:00', 'one@acme.example', { language: 'fr' });
      await s.capture('09:05', 'two@acme.example');
      expect(s.facts('one@acme.example', 'LeadAssigned')).toEqual(['09:05 LeadAssigned ana 1 by account']);
    }));
});

describe('an owner that a company gets while another of its leads waits', () => {
  const agreement = franceAndRest({ luc: { capacity: { open: 1 } }, ana: { capacity: { open: 1 } } });

  it('takes that one too as soon as they have a place', () =>
    playWhoGetsIt(agreement, async (s) => {
      await s.capture('08:00', 'x@other.example', { language: 'fr' });
      await s.capture('08:05', 'one@acme.example', { language: 'fr' });
      await s.capture('08:10', 'two@acme.example');
      await s.closed('08:30', 'two@acme.example', 'won');
      expect(s.facts('one@acme.example', 'LeadAssigned')).toEqual(['08:30 LeadAssigned ana 1 by account']);
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
    return playWhoGetsIt(
      franceAndRest({ luc: { capacity: { open: 1 } } }),
      async (s) => {
        await s.capture('08:00', 'x@other.example', { language: 'fr' });
        await s.capture('08:05', 'one@acme.example', { language: 'fr' });
        armed = true;
        await s.capture('08:10', 'two@acme.example');
        await s.pass('08:20');
        expect(s.facts('one@acme.example', 'LeadAssigned')).toEqual(['08:13 LeadAssigned ana 1 by account']);
      },
      { replace: ending },
    );
  });
});

describe('a waiting lead that two functions serve at once', () => {
  it('is not remembered as waiting by the one that came too late', () => {
    let isLate = false;
    let accountNow: () => Promise<Account | undefined> = async () => undefined;
    const late = (ports: Ports): Partial<Ports> => {
      const key = { type: 'account', id: 'acme.example' } as const;
      accountNow = async () => (await ports.store.load([key])).get(key)?.value;
      const leadId = ports.ids.leadId('one@acme.example');
      let isLoaded = false;
      return {
        store: {
          ...ports.store,
          load: async (keys) => {
            if (isLate && isLoaded && keys.some(({ type }) => type === 'account')) {
              isLate = false;
              // By now the lead is loaded, and what else it is decided on is not.
              await routeByTrigger({ leadId, cause: 'another' }, ports);
            }
            isLoaded ||= isLate && keys.some(({ id }) => id === leadId);
            return ports.store.load(keys);
          },
        },
      };
    };
    return playWhoGetsIt(
      smallAgreement({ reps: [rep('ana', { capacity: { open: 1 } })], sla: NO_STEPS }),
      async (s) => {
        await s.capture('08:00', 'x@other.example');
        await s.capture('08:05', 'one@acme.example');
        isLate = true;
        await s.closed('08:30', 'x@other.example', 'won');
        expect(isLate).toBe(false);
        expect(s.facts('one@acme.example', 'LeadAssigned')).toEqual(['08:30 LeadAssigned ana 1 by share']);
        expect(await accountNow()).toMatchObject({ open: [{ rep: 'ana' }] });
        expect(await accountNow()).not.toHaveProperty('waiting');
      },
      { replace: late },
    );
  });
});

describe('a company whose owner is another one once a lead has ended', () => {
  it('has its waiting lead taken by that one at once', () =>
    playWhoGetsIt(
      smallAgreement({
        reps: [rep('ana'), rep('ben', { schedule: weekdays(8, 9) }), rep('luc', { capacity: { perDay: 1 } })],
        territories: [
          territory('France', ['luc'], { when: FRENCH }),
          territory('Bavaria', ['ben'], { when: { field: 'location.region', test: { in: ['DE-BY'] } } }),
          territory('Rest', ['ana']),
        ],
        sla: NO_STEPS,
      }),
      async (s) => {
        await s.capture('08:00', 'x@acme.example', { location: { country: 'DE', region: 'DE-BY' } });
        await s.capture('10:00', 'full@other.example', { language: 'fr' });
        await s.capture('10:05', 'y@acme.example');
        await s.capture('10:10', 'waits@acme.example', { language: 'fr' });
        expect(s.facts('waits@acme.example', 'LeadAssigned')).toEqual([]);
        await s.closed('10:30', 'x@acme.example', 'won');
        expect(s.facts('waits@acme.example', 'LeadAssigned')).toEqual(['10:30 LeadAssigned ana 1 by account']);
      },
    ));
});
