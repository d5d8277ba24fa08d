import { describe, expect, it } from 'vitest';
import type { Territory } from '../../shared/domain/agreement/agreement.ts';
import type { Condition, Fields, Scalar, Test } from '../../shared/domain/condition/condition.ts';
import { createTerritoryMatcher } from '../../shared/domain/territory/match-territory.ts';
import { teamsFor, territoryNamed } from '../../shared/domain/territory/teams.ts';
import { createWaitlists } from '../../shared/domain/territory/waitlists.ts';
import { rep, smallAgreement, territory } from '../support/agreement/small-agreement.ts';

const on = (field: string, test: Test): Condition => ({ field, test });

const where = (...conditions: readonly Condition[]): readonly Territory[] =>
  conditions.map((when, index) => territory(`${index}`, [], { when }));

/** The territory of a lead, and how many conditions looked at a field of it. */
const found = (territories: readonly Territory[], fields: Fields, counted: string) => {
  let count = 0;
  const watched = new Proxy<Fields>(fields, {
    get: (target, field: string): Scalar | undefined => {
      if (field === counted) count += 1;
      return target[field];
    },
  });
  return { name: createTerritoryMatcher(territories)(watched)?.name, count };
};

const EVERYBODY = on('source', { in: ['fair'] });
const count = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

describe('the territory of a lead among many', () => {
  it('is found by the beginning of a value, without regard to case', () => {
    const byPrefix = where(
      ...count(500).map((i) => ({ all: [on('zone', { startsWith: `AB${100 + i}` }), EVERYBODY] })),
    );
    expect(found(byPrefix, { zone: 'ab307-x', source: 'fair' }, 'source')).toEqual({ name: '207', count: 1 });
    expect(found(byPrefix, { zone: 'ab', source: 'fair' }, 'source')).toEqual({ name: undefined, count: 0 });
    expect(found(byPrefix, { zone: 307, source: 'fair' }, 'source')).toEqual({ name: undefined, count: 0 });
    expect(found(byPrefix, { source: 'fair' }, 'source')).toEqual({ name: undefined, count: 0 });
  });

  it('is found by districts of different lengths in one list', () => {
    const byDistrict = where(on('postcode', { district: ['E1', 'SW1A'] }), on('postcode', { district: 'E10' }));
    const nameOf = (postcode: Scalar) => found(byDistrict, { postcode }, 'source').name;
    expect(['E1 6AN', 'sw1a 1aa', 'E10 5XX', 'SW1 1AA', 'E1', 7].map(nameOf)).toEqual([
      '0',
      '0',
      '1',
      undefined,
      '0',
      undefined,
    ]);
  });

  it('is found by beginnings of different lengths, the first that holds', () => {
    const prefixes = where(
      on('zone', { startsWith: 'abc' }),
      on('zone', { startsWith: 'ab' }),
      on('zone', { in: ['abd'] }),
    );
    const of = (zone: string) => createTerritoryMatcher(prefixes)({ zone })?.name;
    expect([of('abcd'), of('abd'), of('b')]).toEqual(['0', '1', undefined]);
  });

  it('is found by the rarest of what its condition asks for, in whatever order it asks', () => {
    const rare = (i: number) => on('interest', { in: [`i${i}`] });
    const common = on('country', { in: ['de', 'at'] });
    for (const parts of [(i: number) => [common, rare(i)], (i: number) => [rare(i), common]]) {
      const all = where(...count(300).map((i) => ({ all: [...parts(i), EVERYBODY] })));
      expect(found(all, { interest: 'i200', country: 'DE' }, 'source').count).toBe(1);
    }
  });

  it('is found by one common value sooner than by many values that are each as common', () => {
    const all = where(
      ...count(100).map((i) => ({
        all: [on('region', { in: ['a', 'b', `r${i}`] }), on('country', { in: [`c${i % 2}`] })],
      })),
      on('region', { in: ['a'] }),
    );
    // By their countries none of them is asked at all; by the regions each would be, for they all name this one.
    expect(found(all, { region: 'a', country: 'c9' }, 'country').count).toBeLessThanOrEqual(2);
  });

  it('is the first in the order of the agreement, whatever finds it', () => {
    const all = where(
      on('employees', { gte: 100 }),
      on('country', { in: ['de'] }),
      { any: [on('country', { in: ['de'] }), on('source', { in: ['fair'] })] },
      on('employees', { gte: 10 }),
    );
    const of = (fields: Fields) => createTerritoryMatcher(all)(fields)?.name;
    expect(of({ employees: 500, country: 'de' })).toBe('0');
    expect(of({ employees: 50, country: 'DE' })).toBe('1');
    expect(of({ source: 'fair', employees: 50 })).toBe('2');
    expect(of({ employees: 50 })).toBe('3');
    expect(of({ employees: 5 })).toBeUndefined();
  });

  it('is the one without a condition where nothing above it holds', () => {
    const all = [...where(on('country', { in: ['de'] })), territory('Rest', [])];
    expect(createTerritoryMatcher(all)({})?.name).toBe('Rest');
    expect(createTerritoryMatcher([])({})).toBeUndefined();
  });
});

describe('the teams of a territory', () => {
  const named = (...territories: readonly Territory[]) => territories;
  const namesFrom = (territories: readonly Territory[]) =>
    territories.slice(0, 1).flatMap((first) => teamsFor(first, territories).map(({ name }) => name));

  it('are its own and, in order, those that help out', () => {
    const all = named(territory('A', [], { overflow: 'C' }), territory('B', []), territory('C', [], { overflow: 'B' }));
    expect(namesFrom(all)).toEqual(['A', 'C', 'B']);
  });

  it('end where they come round to one of them, or to nobody', () => {
    expect(namesFrom(named(territory('A', [], { overflow: 'B' }), territory('B', [], { overflow: 'A' })))).toEqual([
      'A',
      'B',
    ]);
    expect(namesFrom(named(territory('A', [], { overflow: 'gone' })))).toEqual(['A']);
  });

  it('are of an agreement each by its own names', () => {
    const [one, other] = [named(territory('A', ['ana'])), named(territory('A', ['ben']))];
    expect(territoryNamed(one, 'A')?.team[0]?.rep).toBe('ana');
    expect(territoryNamed(other, 'A')?.team[0]?.rep).toBe('ben');
    expect(territoryNamed(one, 'A')?.team[0]?.rep).toBe('ana');
    expect(territoryNamed(one, 'B')).toBeUndefined();
  });
});

describe('the waitlists that a rep serves', () => {
  const waitlistsOf = createWaitlists(
    smallAgreement({
      reps: [rep('ana', { capacity: { open: 3 } }), rep('ben', { capacity: { perDay: 3 } })],
      territories: [
        territory('North', ['ana', 'ben', 'gone'], { overflow: 'Help' }),
        territory('South', ['ben'], { overflow: 'Help' }),
        territory('Help', ['ana']),
        territory('Rest', ['ben']),
      ],
    }),
  );

  it('are those of their own team and of whomever they help, each once', () => {
    expect(waitlistsOf('ana')).toEqual(['North', 'South', 'Help']);
  });

  it('are none for a rep without a limit to open leads, and for one who is not in the agreement', () => {
    expect(['ben', 'gone', 'zoe'].map(waitlistsOf)).toEqual([[], [], []]);
  });
});
