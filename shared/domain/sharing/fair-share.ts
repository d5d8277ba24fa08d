import type { TeamMember } from '../agreement/agreement.ts';
import type { Instant } from '../time/instant.ts';
import type { Ledger, Share } from './ledger.ts';

export const NEW_LEDGER: Ledger = { virtualTime: 0, shares: {}, excluded: [] };

const NEW_SHARE: Share = { virtualTime: 0, servedAt: 0, leads: 0, value: 0 };

/**
 * Where a rep stands now. One who was excluded at the previous decision, or is new, returns at no less
 * than the team's virtual time: no flood of leads for the time away, and no debt either.
 */
export const standing = (ledger: Ledger, rep: string): Share => {
  const share = ledger.shares[rep];
  if (share === undefined) return { ...NEW_SHARE, virtualTime: ledger.virtualTime };
  if (!ledger.excluded.includes(rep) || share.virtualTime >= ledger.virtualTime) return share;
  return { ...share, virtualTime: ledger.virtualTime, floor: ledger.virtualTime };
};

/** Without what leads out of turn have put the rep ahead, as far as the team's virtual time. */
const withoutAdvance = ({ outOfTurn = 0, ...share }: Share, team: number): Share => ({
  ...share,
  virtualTime: Math.min(share.virtualTime, Math.max(team, share.virtualTime - outOfTurn)),
});

/**
 * The ledger as a decision finds it. When a rep comes back, the others are forgiven what leads out of turn have put
 * them ahead meanwhile: else the one who was away would get leads in their place, as many as there were.
 */
export const atDecision = (ledger: Ledger, eligible: readonly TeamMember[]): Ledger => {
  const reps = eligible.map(({ rep }) => rep);
  if (reps.every((rep) => ledger.shares[rep] !== undefined && !ledger.excluded.includes(rep))) return ledger;
  const present = reps.map((rep) => [rep, withoutAdvance(standing(ledger, rep), ledger.virtualTime)] as const);
  return {
    ...ledger,
    shares: { ...ledger.shares, ...Object.fromEntries(present) },
    excluded: ledger.excluded.filter((rep) => !reps.includes(rep)),
  };
};

/**
 * Start-time fair queueing: the least virtual time takes the lead, ties by least recently served, then
 * by id. While neither of two reps is excluded, what they received per weight differs by at most the
 * largest value over each one's weight, summed (Goyal, Vin and Cheng, SIGCOMM 1996, theorem 1), beside
 * what came to either out of turn or was given back.
 */
export const nextInTurn = (known: Ledger, eligible: readonly TeamMember[]): TeamMember | undefined => {
  const ledger = atDecision(known, eligible);
  let best: { member: TeamMember; share: Share } | undefined;
  for (const member of eligible) {
    const share = standing(ledger, member.rep);
    if (best === undefined || before({ member, share }, best)) best = { member, share };
  }
  return best?.member;
};

const TOLERANCE = 1e-9;

const before = (a: { member: TeamMember; share: Share }, b: { member: TeamMember; share: Share }): boolean => {
  // Sums of thirds and the like differ in their last digits: that makes no difference between two reps.
  const ahead = b.share.virtualTime - a.share.virtualTime;
  if (Math.abs(ahead) > TOLERANCE) return ahead > 0;
  if (a.share.servedAt !== b.share.servedAt) return a.share.servedAt < b.share.servedAt;
  return a.member.rep < b.member.rep;
};

/** Plain round robin: whoever has gone longest without a lead, whatever it was worth; ties by fewest leads, then by id. */
export const longestWithout = (ledger: Ledger, eligible: readonly TeamMember[]): TeamMember | undefined =>
  eligible
    .map((member) => ({ member, share: standing(ledger, member.rep) }))
    .sort(
      (a, b) =>
        a.share.servedAt - b.share.servedAt || a.share.leads - b.share.leads || (a.member.rep < b.member.rep ? -1 : 1),
    )[0]?.member;

export interface Charge {
  readonly rep: string;
  /** Virtual time that the lead cost. */
  readonly amount: number;
  readonly value: number;
}

export const chargeOf = (member: TeamMember, value: number): Charge => ({
  rep: member.rep,
  amount: value / member.weight,
  value,
});

const charged = (start: Share, charge: Charge, now: Instant): Share => ({
  ...start,
  virtualTime: start.virtualTime + charge.amount,
  servedAt: now,
  leads: start.leads + 1,
  value: start.value + charge.value,
});

/** Who of a team was asked. */
export interface Asked {
  readonly eligible: readonly TeamMember[];
  /** Reps who could not take the lead. */
  readonly excluded: readonly string[];
}

/**
 * The team's decision: `charge.rep` takes the lead in turn; `excluded` could not have, and neither could
 * whoever has a share from the time when they were of the team.
 */
export const serve = (before: Ledger, charge: Charge, { eligible, excluded }: Asked, now: Instant): Ledger => {
  const ledger = atDecision(before, eligible);
  const present = new Set(eligible.map(({ rep }) => rep));
  const absent = Object.keys(ledger.shares).filter((rep) => !present.has(rep));
  const { outOfTurn: _, ...start } = standing(ledger, charge.rep);
  return {
    virtualTime: Math.max(ledger.virtualTime, start.virtualTime),
    shares: { ...ledger.shares, [charge.rep]: charged(start, charge, now) },
    excluded: [...new Set([...excluded, ...absent])],
  };
};

/** A lead that went to the rep out of turn, such as an account owner's: it counts, but decides nothing. */
export const chargeOutOfTurn = (ledger: Ledger, charge: Charge, now: Instant): Ledger => {
  const start = standing(ledger, charge.rep);
  const outOfTurn = (start.outOfTurn ?? 0) + charge.amount;
  return { ...ledger, shares: { ...ledger.shares, [charge.rep]: { ...charged(start, charge, now), outOfTurn } } };
};

/** What is left of an advance by leads out of turn, once one of them was given back. */
const advanceLeft = ({ outOfTurn = 0 }: Share, amount: number): Pick<Share, 'outOfTurn'> =>
  outOfTurn > amount ? { outOfTurn: outOfTurn - amount } : {};

/** Gives back what a lead cost that should not have come to this rep, but not beyond what a return has forgiven. */
export const refund = (ledger: Ledger, charge: Charge, wasInTurn: boolean): Ledger => {
  const before = ledger.shares[charge.rep];
  if (before === undefined) return ledger;
  const { outOfTurn: _, ...share } = before;
  return {
    ...ledger,
    shares: {
      ...ledger.shares,
      [charge.rep]: {
        ...share,
        ...advanceLeft(before, wasInTurn ? 0 : charge.amount),
        virtualTime: Math.max(
          share.virtualTime - charge.amount,
          Math.min(share.virtualTime, share.floor ?? Number.NEGATIVE_INFINITY),
        ),
        leads: share.leads - 1,
        value: share.value - charge.value,
      },
    },
  };
};
