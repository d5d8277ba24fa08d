import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TeamMember } from '../../shared/domain/agreement/agreement.ts';
import type { StageOf } from '../../shared/domain/lead/lead.ts';
import { routeLead } from '../../shared/domain/routing/route-lead.ts';
import { EMPTY_ROUTING_STATE, ledgerOf, type RoutingState } from '../../shared/domain/routing/routing-state.ts';
import { createRules } from '../../shared/domain/rules.ts';
import { chargeOf, NEW_LEDGER, nextInTurn, refund, serve, standing } from '../../shared/domain/sharing/fair-share.ts';
import { smallAgreement, territory } from '../support/agreement/small-agreement.ts';
import { qualifiedLead } from '../support/store/store-samples.ts';

const NOW = Date.parse('2026-11-02T09:00:00Z');
const NAMES = ['ana', 'ben', 'cem', 'dee', 'eve', 'fay'];

interface Round {
  readonly value: number;
  /** Who can take the lead: one flag for each of the team. */
  readonly present: readonly boolean[];
}

/** What happened in one decision: who could have taken the lead, and who did. */
interface Decided {
  readonly eligible: readonly string[];
  readonly rep: string;
  readonly value: number;
}

const teams: fc.Arbitrary<readonly TeamMember[]> = fc
  .array(fc.oneof(fc.constantFrom(0.25, 0.5, 1, 2, 3, 10), fc.double({ min: 0.1, max: 20, noNaN: true })), {
    minLength: 2,
    maxLength: NAMES.length,
  })
  .map((weights) => weights.map((weight, index) => ({ rep: NAMES[index] ?? '', weight })));

/** Mostly one who is away stays away for a while, and so does one who is there. */
const presence = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 12 })), { maxLength: 12, size: 'max' });

const rounds = (values: fc.Arbitrary<number>): fc.Arbitrary<readonly Round[]> =>
  fc
    .tuple(fc.array(values, { minLength: 1, maxLength: 60, size: 'max' }), fc.tuple(...NAMES.map(() => presence)))
    .map(([all, absences]) => {
      const flags = absences.map((spells) => spells.flatMap(([there, length]) => Array.from({ length }, () => there)));
      return all.map((value, index) => ({ value, present: flags.map((flag) => flag[index] ?? true) }));
    });

const counts = rounds(fc.constant(1));
/** Scores are rounded to 0.01. */
const points = rounds(
  fc.oneof(
    fc.constantFrom(0, 1, 60, 100),
    fc.nat({ max: 50_000 }).map((cents) => cents / 100),
  ),
);

/** Serves the leads by the ledger alone. */
const share = (team: readonly TeamMember[], all: readonly Round[]): readonly Decided[] => {
  let ledger = NEW_LEDGER;
  return all.flatMap(({ value, present }, index) => {
    const eligible = team.filter((_, position) => present[position]);
    const excluded = team.filter((_, position) => !present[position]).map(({ rep }) => rep);
    const member = nextInTurn(ledger, eligible);
    if (member === undefined) return [];
    ledger = serve(ledger, chargeOf(member, value), { eligible, excluded }, NOW + index);
    return [{ eligible: eligible.map(({ rep }) => rep), rep: member.rep, value }];
  });
};

const leadWorth = (id: string, score: number): StageOf<'qualified'> => {
  const lead = qualifiedLead(id, NOW);
  const alert = { dueAt: NOW, state: 'met' } as const;
  return { ...lead, email: `${id}@mail.example`, qualification: { ...lead.qualification, score, alert } };
};

/** Serves them through the whole of routing; whoever is absent has left the agreement, or has no room. */
const route = (team: readonly TeamMember[], all: readonly Round[], leaves: boolean): readonly Decided[] => {
  let state: RoutingState = EMPTY_ROUTING_STATE;
  const base = smallAgreement({ territories: [territory('Everywhere', [], { team, share: 'score' })] });
  return all.flatMap(({ value, present }, index) => {
    const there = team.filter((_, position) => present[position]);
    const reps = team.map(({ rep }) => ({
      ...(base.reps.ana ?? raise()),
      id: rep,
      capacity: there.some((one) => one.rep === rep) ? {} : { open: 0 },
    }));
    const territories = [territory('Everywhere', [], { team: leaves ? there : team, share: 'score' })];
    const rules = createRules({ ...base, territories, reps: Object.fromEntries(reps.map((rep) => [rep.id, rep])) });
    const routing = routeLead(leadWorth(`lead-${index}`, value), { state, rules, now: NOW + index });
    state = routing.state;
    const { lead } = routing;
    const owner = lead.stage === 'assigned' ? lead.owner : undefined;
    return owner === undefined ? [] : [{ eligible: there.map(({ rep }) => rep), rep: owner.rep, value }];
  });
};

const raise = (): never => {
  throw new Error('the small agreement has an Ana');
};

/**
 * For each pair of reps and each stretch of decisions in which neither was excluded, by how much what they
 * received per weight drifted apart, as a share of the design's bound; at most 1.
 */
const worstDrift = (team: readonly TeamMember[], decided: readonly Decided[]): number => {
  const largest = Math.max(...decided.map(({ value }) => value), 0);
  if (largest === 0) return 0;
  let worst = 0;
  for (const [index, a] of team.entries()) {
    for (const b of team.slice(index + 1)) {
      const bound = largest / a.weight + largest / b.weight;
      let [difference, least, most] = [0, 0, 0];
      for (const { eligible, rep, value } of decided) {
        if (!eligible.includes(a.rep) || !eligible.includes(b.rep)) {
          [difference, least, most] = [0, 0, 0];
          continue;
        }
        if (rep === a.rep) difference += value / a.weight;
        if (rep === b.rep) difference -= value / b.weight;
        least = Math.min(least, difference);
        most = Math.max(most, difference);
        worst = Math.max(worst, (most - least) / bound);
      }
    }
  }
  return worst;
};

const ROUNDING = 1 + 1e-9;

describe('the share of a team', { timeout: 60_000 }, () => {
  it('by count keeps the bound, whatever the weights and the absences', () => {
    fc.assert(
      fc.property(teams, counts, (team, all) => {
        expect(worstDrift(team, share(team, all))).toBeLessThanOrEqual(ROUNDING);
      }),
      { numRuns: 200 },
    );
  });

  it('by score keeps the bound, whatever the values', () => {
    fc.assert(
      fc.property(teams, points, (team, all) => {
        expect(worstDrift(team, share(team, all))).toBeLessThanOrEqual(ROUNDING);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the bound when it is routed, also for those who leave the agreement and come back', () => {
    fc.assert(
      fc.property(teams, points, fc.boolean(), (team, all, leaves) => {
        const decided = route(team, all, leaves);
        expect(worstDrift(team, decided)).toBeLessThanOrEqual(ROUNDING);
        expect(decided.every(({ eligible, rep }) => eligible.includes(rep))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('brings no flood to one who returns: they get their turn, and not what they missed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 30 }), (missed, later) => {
        const team = ['ana', 'ben', 'cem'].map((rep) => ({ rep, weight: 1 }));
        const round = (there: boolean): Round => ({ value: 1, present: [there, true, true] });
        const decided = share(team, [
          round(true),
          ...Array.from({ length: missed }, () => round(false)),
          ...Array.from({ length: later * 3 }, () => round(true)),
        ]);
        const theirs = decided.slice(1 + missed).filter(({ rep }) => rep === 'ana').length;
        expect(Math.abs(theirs - later)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('takes nobody out of turn: whoever gets the lead has the least virtual time', () => {
    fc.assert(
      fc.property(teams, points, (team, all) => {
        let ledger = NEW_LEDGER;
        for (const [index, { value, present }] of all.entries()) {
          const eligible = team.filter((_, position) => present[position]);
          const member = nextInTurn(ledger, eligible);
          if (member === undefined) continue;
          const before = ledger;
          const least = Math.min(...eligible.map(({ rep }) => standing(before, rep).virtualTime));
          expect(standing(before, member.rep).virtualTime).toBeCloseTo(least, 6);
          ledger = serve(before, chargeOf(member, value), { eligible, excluded: [] }, NOW + index);
          expect(ledger.virtualTime).toBeGreaterThanOrEqual(before.virtualTime);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('gives back exactly what a lead cost', () => {
    fc.assert(
      fc.property(teams, points, (team, all) => {
        let state: RoutingState = EMPTY_ROUTING_STATE;
        for (const [index, { value }] of all.entries()) {
          const ledger = ledgerOf(state, 'one');
          const member = nextInTurn(ledger, team) ?? { rep: 'ana', weight: 1 };
          const charge = chargeOf(member, value);
          const served = serve(ledger, charge, { eligible: team, excluded: [] }, NOW + index);
          const back = refund(served, charge, true);
          const [was, is] = [standing(ledger, member.rep), standing(back, member.rep)];
          expect(is.virtualTime).toBeCloseTo(was.virtualTime, 6);
          expect(is.leads).toBe(was.leads);
          expect(is.value).toBeCloseTo(was.value, 6);
          state = { ...state, ledgers: { one: served } };
        }
      }),
      { numRuns: 50 },
    );
  });
});
