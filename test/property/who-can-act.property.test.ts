import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement, Rep } from '../../shared/domain/agreement/agreement.ts';
import { isOwned, type LeadBase, type Previous } from '../../shared/domain/lead/lead.ts';
import { keysToRoute, routeLead } from '../../shared/domain/routing/route-lead.ts';
import type { RoutableLead } from '../../shared/domain/routing/routing-case.ts';
import { EMPTY_ROUTING_STATE, type RoutingState } from '../../shared/domain/routing/routing-state.ts';
import { createRules } from '../../shared/domain/rules.ts';
import { rep, smallAgreement, territory } from '../support/agreement/small-agreement.ts';
import { ownedLead } from '../support/scenario/owned-lead.ts';
import { NOON, nurtureLead, qualifiedLead } from '../support/store/store-samples.ts';

const IDS = ['ana', 'ben', 'cem', 'dee', 'eli', 'fay', 'gus'] as const;
type Id = (typeof IDS)[number];

/** Somebody at noon, as plainly as it can be said. */
interface Person {
  readonly atWork: boolean;
  readonly away: boolean;
  readonly reached: boolean;
  readonly capacity: number | undefined;
  readonly open: number;
  readonly manager: Id | undefined;
}

const people: fc.Arbitrary<Person> = fc.record({
  atWork: fc.boolean(),
  away: fc.boolean(),
  reached: fc.constantFrom(true, true, false),
  capacity: fc.constantFrom(undefined, undefined, 0, 1, 2),
  open: fc.nat({ max: 2 }),
  manager: fc.constantFrom(undefined, ...IDS),
});

const repOf = (id: Id, { atWork, away, reached, capacity, manager }: Person): Rep => {
  const { manager: _, ...one } = rep(id);
  const hours = atWork ? { from: 11 * 60, to: 13 * 60 } : { from: 14 * 60, to: 15 * 60 };
  return {
    ...one,
    ...(manager === undefined || manager === id ? {} : { manager }),
    channels: reached ? ['email'] : [],
    capacity: capacity === undefined ? {} : { open: capacity },
    schedule: {
      ...one.schedule,
      week: Array.from({ length: 7 }, () => [hours]),
      away: away ? [{ from: '2026-11-01', to: '2026-11-09' }] : [],
    },
  };
};

const teams = fc.uniqueArray(fc.constantFrom(...IDS), { minLength: 1, maxLength: 4 });

const worlds = fc.record({
  people: fc.tuple(people, people, people, people, people, people, people),
  own: teams,
  helping: teams,
  overflows: fc.boolean(),
  manager: fc.constantFrom(undefined, undefined, ...IDS),
  past: fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 3 }),
  maxOwners: fc.constantFrom(1, 2, 3),
  byStep: fc.boolean(),
  why: fc.constantFrom<Previous['why']>('silent', 'rejected', 'left'),
});

type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never;

const personOf = ({ people: all }: World, id: Id): Person | undefined => all[IDS.indexOf(id)];

const agreementOf = (world: World): Agreement =>
  smallAgreement({
    reps: IDS.flatMap((id) => {
      const person = personOf(world, id);
      return person === undefined ? [] : [repOf(id, person)];
    }),
    territories: [
      territory('Own', world.own, {
        when: { field: 'company.name', test: { in: ['Acme'] } },
        ...(world.overflows ? { overflow: 'Helping' } : {}),
        ...(world.manager === undefined ? {} : { manager: world.manager }),
      }),
      territory('Helping', world.helping),
    ],
    sla: { maxOwners: world.maxOwners },
  });

/** As plainly as the agreement says it: at work, reached, with room, and not one who has had it. */
const canAct = (world: World, id: Id): boolean => {
  const person = personOf(world, id);
  if (person === undefined || world.past.includes(id)) return false;
  const { atWork, away, reached, capacity = Number.POSITIVE_INFINITY, open } = person;
  return atWork && !away && reached && open < capacity;
};

const leadOf = (world: World, { reps }: Agreement): RoutableLead => {
  const base: LeadBase = {
    ...nurtureLead('jane'),
    fields: { 'company.name': 'Acme' },
    pastOwners: world.past,
    attempt: world.past.length,
  };
  const last = world.past.at(-1);
  const manager = last && reps[last]?.manager;
  const { manager: _, ...owner } = { ...ownedLead().owner, rep: last ?? '', by: 'share' as const };
  return {
    ...qualifiedLead('jane', NOON),
    ...base,
    stage: 'qualified',
    ...(world.byStep ? { forManager: true as const } : {}),
    ...(last === undefined
      ? {}
      : {
          previous: {
            stage: 'assigned' as const,
            why: world.why,
            owner: manager === undefined ? owner : { ...owner, manager },
          },
        }),
  };
};

/** Only what routing says that it must know is loaded. */
const loadedState = (world: World, loads: readonly string[]): RoutingState => ({
  ...EMPTY_ROUTING_STATE,
  loads: Object.fromEntries(
    IDS.filter((id) => loads.includes(id)).map((id) => [
      id,
      { open: personOf(world, id)?.open ?? 0, day: '2026-11-02', today: 0 },
    ]),
  ),
});

const routed = (world: World) => {
  const agreement = agreementOf(world);
  const rules = createRules(agreement);
  const lead = leadOf(world, agreement);
  const { loads } = keysToRoute(lead, undefined, { rules, now: NOON });
  return routeLead(lead, { state: loadedState(world, loads), rules, now: NOON });
};

const isId = (id: string): id is Id => IDS.some((one) => one === id);

describe('a lead of last resort', { timeout: 60_000 }, () => {
  it('never comes to a manager who cannot act while anybody at all can', () => {
    const seen = { able: 0, unable: 0, rep: 0 };
    fc.assert(
      fc.property(worlds, (world) => {
        const { lead } = routed(world);
        if (!isOwned(lead)) return;
        const { rep: owner, by } = lead.owner;
        expect(isId(owner)).toBe(true);
        if (by !== 'manager') {
          seen.rep += 1;
          return;
        }
        const able = isId(owner) && canAct(world, owner);
        seen[able ? 'able' : 'unable'] += 1;
        if (!able) expect(IDS.filter((id) => canAct(world, id))).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
    for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(20);
  });

  it('that comes to a rep comes to one who has not had it', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { lead, facts } = routed(world);
        if (!isOwned(lead) || lead.owner.by === 'manager' || facts.length === 0) return;
        expect(world.past).not.toContain(lead.owner.rep);
        expect(lead.stage).toBe('assigned');
      }),
      { numRuns: 2_000 },
    );
  });

  it('names in its record each manager above who was passed over, and why', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { lead, facts } = routed({ ...world, byStep: true });
        const [assigned] = facts;
        if (!isOwned(lead) || assigned?.type !== 'LeadAssigned') return;
        const { reps } = assigned.data.decision;
        const { manager: first = undefined } = world;
        if (first === undefined || first === lead.owner.rep) return;
        expect(reps).toContainEqual(expect.objectContaining({ rep: first, excluded: expect.any(String) }));
      }),
      { numRuns: 2_000 },
    );
  });
});
