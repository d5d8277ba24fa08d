import type { Agreement, TeamMember, Territory } from '../../shared/domain/agreement/agreement.ts';
import type { DecisionRecord } from '../../shared/domain/lead/decision-record.ts';
import { isByFairShare } from '../../shared/domain/vocabulary/decided-by.ts';

/** How far two reps of a team ever were apart while neither was excluded, in value per weight. */
export interface TeamFairness {
  readonly team: string;
  readonly share: Territory['share'];
  /** Nearest to its bound of all pairs of reps. */
  readonly between: readonly [string, string];
  readonly difference: number;
  /** The largest lead's value over each one's weight, summed; leads out of turn and refunds beside it. */
  readonly bound: number;
}

export interface Assignment {
  readonly leadId: string;
  readonly rep: string;
  readonly territory: string;
  readonly decision: DecisionRecord;
  /** The lead's score when it qualified. */
  readonly score: number;
}

export interface Fairness {
  assigned(assignment: Assignment): void;
  /** The lead was given back, and what it cost its last owner too. */
  refunded(leadId: string): void;
  teams(): readonly TeamFairness[];
}

interface Pair {
  readonly members: readonly [TeamMember, TeamMember];
  /** While neither is excluded. */
  interval: { low: number; high: number; allowance: number } | undefined;
  worst: { difference: number; allowance: number };
}

interface Team {
  readonly territory: Territory;
  readonly received: Map<string, number>;
  readonly pairs: readonly Pair[];
  largest: number;
  /** Where the rep stood who was served last: the furthest of all so far. */
  virtualTime: number;
}

interface Charge {
  readonly team: Team;
  readonly rep: string;
  readonly amount: number;
}

const EPSILON = 1e-9;

const newTeam = (territory: Territory): Team => ({
  territory,
  received: new Map(),
  pairs: territory.team.flatMap((one, i) =>
    territory.team.slice(i + 1).map((other) => ({
      members: [one, other] as const,
      interval: undefined,
      worst: { difference: 0, allowance: 0 },
    })),
  ),
  largest: 0,
  virtualTime: 0,
});

const differenceOf = ({ received }: Team, [one, other]: Pair['members']): number =>
  (received.get(one.rep) ?? 0) - (received.get(other.rep) ?? 0);

/** Takes note of where the pairs of a rep stand; `allowance` is what went to the rep, or back, without being in turn. */
const note = (team: Team, rep: string, allowance: number): void => {
  for (const pair of team.pairs) {
    const { interval, worst, members } = pair;
    if (interval === undefined || !members.some((member) => member.rep === rep)) continue;
    const difference = differenceOf(team, members);
    interval.low = Math.min(interval.low, difference);
    interval.high = Math.max(interval.high, difference);
    interval.allowance += allowance;
    const apart = interval.high - interval.low;
    if (apart - interval.allowance > worst.difference - worst.allowance) {
      pair.worst = { difference: apart, allowance: interval.allowance };
    }
  }
};

const give = ({ team, rep, amount }: Charge, allowance: number): void => {
  team.received.set(rep, (team.received.get(rep) ?? 0) + amount);
  note(team, rep, allowance);
};

/**
 * Measures, from what was decided, whether each team's sharing kept its bound. Reps beyond those that a
 * decision record holds in full count as excluded.
 */
export const createFairness = (agreement: Agreement): Fairness => {
  const teams = new Map(agreement.territories.map((territory) => [territory.name, newTeam(territory)]));
  const charges = new Map<string, Charge>();

  /** Begins the stretches of those who are eligible now, and ends those of who is not. `eligible`: their virtual times. */
  const present = (team: Team, eligible: ReadonlyMap<string, number>): void => {
    // Whoever stands behind the team was given back what a lead had cost, and has not had another for it yet.
    const unused = (rep: string): number => Math.max(0, team.virtualTime - (eligible.get(rep) ?? team.virtualTime));
    for (const pair of team.pairs) {
      const [one, other] = pair.members;
      if (!eligible.has(one.rep) || !eligible.has(other.rep)) pair.interval = undefined;
      else if (pair.interval === undefined) {
        const difference = differenceOf(team, pair.members);
        pair.interval = { low: difference, high: difference, allowance: unused(one.rep) + unused(other.rep) };
      }
    }
  };

  return {
    assigned: ({ leadId, rep, territory, decision, score }) => {
      charges.delete(leadId);
      const team = teams.get(decision.team ?? territory);
      const member = team?.territory.team.find((one) => one.rep === rep);
      if (team === undefined || member === undefined || decision.by === 'manager' || decision.by === 'on-call') return;
      const value = team.territory.share === 'score' ? Math.max(0, score) : 1;
      const charge = { team, rep, amount: value / member.weight };
      charges.set(leadId, charge);
      if (!isByFairShare(decision.by)) return give(charge, charge.amount);
      const able = decision.reps.flatMap((one) => ('virtualTime' in one ? [[one.rep, one.virtualTime] as const] : []));
      const eligible = new Map(able);
      present(team, eligible);
      team.virtualTime = Math.max(team.virtualTime, eligible.get(rep) ?? 0);
      team.largest = Math.max(team.largest, value);
      give(charge, 0);
    },
    refunded: (leadId) => {
      const charge = charges.get(leadId);
      charges.delete(leadId);
      if (charge !== undefined) give({ ...charge, amount: -charge.amount }, charge.amount);
    },
    teams: () =>
      [...teams.values()].flatMap(({ territory, pairs, largest }): readonly TeamFairness[] => {
        const measured = pairs.map(({ members: [one, other], worst }) => ({
          team: territory.name,
          share: territory.share,
          between: [one.rep, other.rep] as const,
          difference: worst.difference,
          bound: largest / one.weight + largest / other.weight + worst.allowance,
        }));
        const [first, ...rest] = measured;
        if (first === undefined || largest === 0) return [];
        return [
          rest.reduce((near, one) => (one.difference / one.bound > near.difference / near.bound ? one : near), first),
        ];
      }),
  };
};

/** Whether a team kept its bound; sums of fractions differ in their last digits. */
export const keepsBound = ({ difference, bound }: TeamFairness): boolean => difference <= bound + EPSILON;
