import { describe, expect, it } from 'vitest';
import { KINDS, useOf } from '../../bench/cost/cost.ts';

/** What a lead may use at most, so that it grows by nobody's oversight: docs/cost.md says what that costs. */
const BUDGETS: Readonly<
  Record<string, { readonly writeUnits: number; readonly readUnits: number; readonly states: number }>
> = {
  'cold: one capture': { writeUnits: 11, readUnits: 3, states: 0 },
  'cold, with three page views': { writeUnits: 23, readUnits: 15, states: 0 },
  'hot: accepted, contacted, won': { writeUnits: 122, readUnits: 78, states: 19 },
};

describe('a lead that is', { timeout: 60_000 }, () => {
  it.each(KINDS.filter(({ name }) => name in BUDGETS))('$name uses no more than it did', async (kind) => {
    const { writeUnits, readUnits, states, busEvents } = await useOf(kind, 'agreement');
    const budget = BUDGETS[kind.name];
    expect(writeUnits).toBeLessThanOrEqual(budget?.writeUnits ?? 0);
    expect(readUnits).toBeLessThanOrEqual(budget?.readUnits ?? 0);
    expect(states).toBeLessThanOrEqual(budget?.states ?? 0);
    expect(busEvents).toBeGreaterThanOrEqual(kind.steps.length);
  });
});
