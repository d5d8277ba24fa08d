import type { Decided } from './printed-lines.ts';
import type { PlannedTeam } from './random-world.ts';

/** What a lead cost its owner. */
export interface Paid {
  readonly team: string;
  readonly rep: string;
  readonly amount: number;
  readonly inTurn: boolean;
}

interface Share {
  time: number;
  /** A refund gives back nothing from before this. */
  floor: number;
  /** Of `time`, what leads out of turn have added since the rep's last turn. */
  ahead: number;
}

interface Pair {
  readonly reps: readonly [string, string];
  readonly weights: number;
  stretch?: { difference: number; low: number; high: number; beside: number } | undefined;
}

interface Team {
  readonly plan: PlannedTeam;
  readonly shares: Map<string, Share>;
  away: ReadonlySet<string>;
  time: number;
  largest: number;
  readonly pairs: readonly Pair[];
}

const CLOSE = 1e-6;

/** Fair share as the documents tell it, kept beside the product's: where each rep stands, and the bound between any two. */
export const createShares = (plans: readonly PlannedTeam[], complain: (problem: string) => void) => {
  const teams = new Map(
    plans.map((plan): readonly [string, Team] => {
      const pairs = plan.members.flatMap((a, i) =>
        plan.members.slice(i + 1).map((b): Pair => ({ reps: [a.rep, b.rep], weights: 1 / a.weight + 1 / b.weight })),
      );
      return [plan.name, { plan, shares: new Map(), away: new Set(), time: 0, largest: 0, pairs }];
    }),
  );

  const shareOf = (team: Team, rep: string): Share => {
    const share = team.shares.get(rep) ?? { time: team.time, floor: Number.NEGATIVE_INFINITY, ahead: 0 };
    team.shares.set(rep, share);
    if (team.away.has(rep) && share.time < team.time) {
      share.time = team.time;
      share.floor = team.time;
    }
    return share;
  };

  const receive = (team: Team, rep: string, amount: number, beside: number): void => {
    for (const { reps, weights, stretch } of team.pairs) {
      if (stretch === undefined || !reps.includes(rep)) continue;
      stretch.difference += reps[0] === rep ? amount : -amount;
      stretch.low = Math.min(stretch.low, stretch.difference);
      stretch.high = Math.max(stretch.high, stretch.difference);
      stretch.beside += beside;
      const bound = team.largest * weights + stretch.beside;
      const apart = stretch.high - stretch.low;
      if (apart > bound + CLOSE) complain(`${reps.join(' and ')} of ${team.plan.name} are ${apart} apart, of ${bound}`);
    }
  };

  /** Whoever can take the lead now, by where they stand; a return forgives what leads out of turn have added. */
  const gather = (team: Team, eligible: readonly string[]): void => {
    const comesBack = eligible.some((rep) => team.away.has(rep) || !team.shares.has(rep));
    for (const rep of eligible) {
      const share = shareOf(team, rep);
      if (!comesBack) continue;
      share.time = Math.min(share.time, Math.max(team.time, share.time - share.ahead));
      share.ahead = 0;
    }
    const unused = (rep: string): number => Math.max(0, team.time - shareOf(team, rep).time);
    for (const pair of team.pairs) {
      const [a, b] = pair.reps;
      if (!eligible.includes(a) || !eligible.includes(b)) pair.stretch = undefined;
      else pair.stretch ??= { difference: 0, low: 0, high: 0, beside: unused(a) + unused(b) };
    }
  };

  const checkStanding = (team: Team, chosen: string, { reps }: Decided): void => {
    const told = reps.filter((one) => one.virtualTime !== undefined);
    for (const { rep, virtualTime = 0 } of told) {
      const { time } = shareOf(team, rep);
      if (Math.abs(time - virtualTime) > CLOSE)
        complain(`${rep} of ${team.plan.name} stands at ${virtualTime}, and not at ${time}`);
    }
    const least = Math.min(...told.map(({ rep }) => shareOf(team, rep).time));
    if (shareOf(team, chosen).time > least + CLOSE) complain(`${chosen} of ${team.plan.name} was not next`);
  };

  return {
    /** A lead is given in turn, or out of turn to the owner of its account. */
    give: (name: string, rep: string, value: number, decision: Decided): Paid | undefined => {
      const team = teams.get(name);
      if (team === undefined) return undefined;
      const { weight } = team.plan.members.find((one) => one.rep === rep) ?? { weight: 1 };
      const price = team.plan.share === 'score' ? value : 1;
      const paid: Paid = { team: name, rep, amount: price / weight, inTurn: decision.by !== 'account' };
      if (!paid.inTurn) {
        const share = shareOf(team, rep);
        share.time += paid.amount;
        share.ahead += paid.amount;
        receive(team, rep, paid.amount, paid.amount);
        return paid;
      }
      const eligible = decision.reps.flatMap((one) => (one.virtualTime === undefined ? [] : [one.rep]));
      gather(team, eligible);
      checkStanding(team, rep, decision);
      const share = shareOf(team, rep);
      team.time = Math.max(team.time, share.time);
      team.largest = Math.max(team.largest, price);
      share.time += paid.amount;
      share.ahead = 0;
      const known = [...team.shares.keys(), ...team.plan.members.map((one) => one.rep)];
      team.away = new Set(known.filter((one) => !eligible.includes(one)));
      receive(team, rep, paid.amount, 0);
      return paid;
    },
    giveBack: ({ team: name, rep, amount, inTurn }: Paid): void => {
      const team = teams.get(name);
      const share = team?.shares.get(rep);
      if (team === undefined || share === undefined) return;
      share.time = Math.max(share.time - amount, Math.min(share.time, share.floor));
      if (!inTurn) share.ahead = Math.max(0, share.ahead - amount);
      receive(team, rep, -amount, amount);
    },
  };
};
