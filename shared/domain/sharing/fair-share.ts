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

/**
 * Start-time fair queueing: the least virtual time takes the lead, ties by least recently served, then
 * by id. While neither of two reps is excluded, what they received per weight differs by at most the
 * largest value over each one's weight, summed (Goyal, Vin and Cheng, SIGCOMM 1996, theorem 1).
 */
export const nextInTurn = (ledger: Ledger, eligible: readonly TeamMember[]): TeamMember | undefined => {
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

const put = (ledger: Ledger, charge: Charge, now: Instant): Readonly<Record<string, Share>> => {
  const start = standing(ledger, charge.rep);
  return {
    ...ledger.shares,
    [charge.rep]: {
      ...start,
      virtualTime: start.virtualTime + charge.amount,
      servedAt: now,
      leads: start.leads + 1,
      value: start.value + charge.value,
    },
  };
};

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
export const serve = (ledger: Ledger, charge: Charge, { eligible, excluded }: Asked, now: Instant): Ledger => {
  const present = Object.fromEntries(eligible.map(({ rep }) => [rep, standing(ledger, rep)]));
  const absent = Object.keys(ledger.shares).filter((rep) => !Object.hasOwn(present, rep));
  const joined: Ledger = { ...ledger, shares: { ...ledger.shares, ...present }, excluded };
  return {
    virtualTime: Math.max(ledger.virtualTime, standing(ledger, charge.rep).virtualTime),
    shares: put(joined, charge, now),
    excluded: [...new Set([...excluded, ...absent])],
  };
};

/** A lead that went to the rep out of turn, such as an account owner's: it counts, but decides nothing. */
export const chargeOutOfTurn = (ledger: Ledger, charge: Charge, now: Instant): Ledger => ({
  ...ledger,
  shares: put(ledger, charge, now),
});

/** Gives back what a lead cost that should not have come to this rep, but not beyond what a return has forgiven. */
export const refund = (ledger: Ledger, charge: Charge): Ledger => {
  const share = ledger.shares[charge.rep];
  if (share === undefined) return ledger;
  return {
    ...ledger,
    shares: {
      ...ledger.shares,
      [charge.rep]: {
        ...share,
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
