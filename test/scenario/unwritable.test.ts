import { describe, expect, it } from 'vitest';
import type { Metric } from '../../shared/ports/observer.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { Write } from '../../shared/ports/store.ts';
import { StoreError, type StoreErrorCode } from '../../shared/ports/store-error.ts';
import { rep, smallAgreement, territory, weekdays, withoutManager } from '../support/agreement/small-agreement.ts';
import { play, type Scenario } from '../support/scenario/scenario.ts';

const lead = (name: string): string => `${name}@mail.example`;
const NAMES = ['a', 'b', 'c', 'd', 'e'];

/** Nobody is at work until nine: whoever comes before waits. */
const agreement = smallAgreement({
  reps: [rep('ana', { schedule: weekdays(9, 17) }), withoutManager(rep('mia', { schedule: weekdays(9, 17) }))],
  territories: [territory('Everywhere', ['ana'])],
});

interface Refusing {
  /** Which leads no commit may write, once they are named. */
  readonly bad: Set<string>;
  readonly code: StoreErrorCode;
  readonly counted: Metric[];
}

const refusing =
  ({ bad, code, counted }: Refusing) =>
  ({ store, observer }: Ports): Partial<Ports> => ({
    observer: { ...observer, count: (metric) => void counted.push(metric) },
    store: {
      ...store,
      commit: async (writes) => {
        const isBad = ({ key }: Write): boolean => key.type === 'lead' && bad.has(key.id);
        if (writes.some(isBad)) throw new StoreError(code, 'the table does not take a lead');
        return store.commit(writes);
      },
    },
  });

const owners = (s: Scenario): readonly number[] => NAMES.map((name) => s.facts(lead(name), 'LeadAssigned').length);

const captureAll = async (s: Scenario, bad: Set<string>, isBad: (index: number) => boolean): Promise<void> => {
  for (const [index, name] of NAMES.entries()) await s.capture(`07:0${index}`, lead(name));
  const waiting = s.published.filter(({ type }) => type === 'LeadWaiting');
  for (const [index, { detail }] of waiting.entries()) if (isBad(index)) bad.add(detail.leadId ?? '');
};

describe('a lead that cannot be written', () => {
  it.each<StoreErrorCode>(['too-large', 'commit-failed'])(
    'stops nobody who waits behind it, and is told of (%s)',
    (code) => {
      const bad = new Set<string>();
      const counted: Metric[] = [];
      return play(
        agreement,
        async (s) => {
          await captureAll(s, bad, (index) => index === 0);
          await s.pass('09:10');
          expect(owners(s)).toEqual([0, 1, 1, 1, 1]);
          expect(counted).toContain('LeadSetAside');
          expect(counted).toContain('Stuck');
          s.ignoreMessages();
        },
        { may: ['die'], replace: refusing({ bad, code, counted }) },
      );
    },
  );

  it('is routed once it can be written, by the same watch that found it', () => {
    const bad = new Set<string>();
    return play(
      agreement,
      async (s) => {
        await captureAll(s, bad, (index) => index === 2);
        await s.pass('09:10');
        expect(owners(s)).toEqual([1, 1, 0, 1, 1]);
        bad.clear();
        await s.pass('09:25');
        expect(owners(s)).toEqual([1, 1, 1, 1, 1]);
        s.ignoreMessages();
      },
      { may: ['die', 'reorder'], replace: refusing({ bad, code: 'too-large', counted: [] }) },
    );
  });

  it('is nobody in particular when nothing can be written: the message comes again', () => {
    const bad = new Set<string>();
    const counted: Metric[] = [];
    return play(
      agreement,
      async (s) => {
        await captureAll(s, bad, () => true);
        await s.pass('09:01');
        bad.clear();
        await s.pass('09:10');
        expect(owners(s)).toEqual([1, 1, 1, 1, 1]);
        expect(counted).not.toContain('LeadSetAside');
        s.ignoreMessages();
      },
      { may: ['die'], replace: refusing({ bad, code: 'commit-failed', counted }) },
    );
  });
});
