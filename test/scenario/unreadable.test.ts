import { describe, expect, it } from 'vitest';
import type { Metric } from '../../shared/ports/observer.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { StoreError } from '../../shared/ports/store-error.ts';
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

/** A store that cannot read one lead, once `id` names it. */
const refusing =
  (bad: { id?: string }, counted: Metric[]) =>
  ({ store, observer }: Ports): Partial<Ports> => ({
    observer: { ...observer, count: (metric) => void counted.push(metric) },
    store: {
      ...store,
      load: async (keys) => {
        if (keys.some(({ type, id }) => type === 'lead' && id === bad.id)) {
          throw new StoreError('unreadable', 'Cannot read a lead: schema version 99, not 1.');
        }
        return store.load(keys);
      },
    },
  });

describe('a lead that this version cannot read', () => {
  it('stops no other lead that is due, and is told of', () => {
    const bad: { id?: string } = {};
    const counted: Metric[] = [];
    return play(
      smallAgreement({
        reps: [rep('ana', { schedule: weekdays(9, 17) }), withoutManager(rep('mia'))],
        territories: [territory('Everywhere', ['ana'])],
        sla: { accept: clause(30, []), contact: clause(60, []) },
      }),
      async (s) => {
        for (const name of ['a', 'b', 'c', 'd', 'e']) await s.capture('07:00', lead(name));
        const [, second] = s.published.filter(({ type }) => type === 'LeadWaiting');
        bad.id = second?.detail.leadId ?? '';
        await s.pass('09:10');
        const owners = ['a', 'b', 'c', 'd', 'e'].map((name) => s.facts(lead(name), 'LeadAssigned').length);
        expect(owners).toEqual([1, 0, 1, 1, 1]);
        expect(counted).toContain('LeadUnreadable');
        expect(counted).toContain('Stuck');
        s.ignoreMessages();
      },
      { may: ['die', 'lose'], replace: refusing(bad, counted) },
    );
  });
});
