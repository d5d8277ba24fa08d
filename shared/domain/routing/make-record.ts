import type { TeamMember } from '../agreement/agreement.ts';
import {
  type DecisionRecord,
  type ExcludedRep,
  REPS_IN_FULL,
  type RepRecord,
  type UndecidedRecord,
} from '../lead/decision-record.ts';
import { standing } from '../sharing/fair-share.ts';
import type { Ledger } from '../sharing/ledger.ts';
import { type Instant, toIso } from '../time/instant.ts';
import type { Exclusion } from '../vocabulary/exclusions.ts';
import type { Availability } from './availability.ts';

/** A member of a team, as one who could take the lead or could not. */
export interface Candidate {
  readonly member: TeamMember;
  readonly availability: Availability;
}

export interface Excluding {
  readonly why: Exclusion;
  readonly until?: Instant;
}

/** Why somebody is not among those whose turn it may be. */
export const exclusionOf = (a: Availability): Excluding | undefined => {
  switch (a.can) {
    case 'now':
      return undefined;
    case 'soon':
      return { why: 'starts-later', until: a.startsAt };
    case 'later':
    case 'never':
      return a;
  }
};

export const excludedRecord = (rep: string, { why, until }: Excluding): ExcludedRep => ({
  rep,
  excluded: why,
  ...(until === undefined ? {} : { until: toIso(until) }),
});

/** When the chosen rep starts, where that is not now. */
export const startOf = (a: Availability): Pick<DecisionRecord, 'startsAt'> =>
  a.can === 'soon' ? { startsAt: toIso(a.startsAt) } : {};

/** Each once, though of several teams that were asked. */
const excludedOf = (candidates: readonly Candidate[], eligible: readonly Candidate[]): readonly ExcludedRep[] => {
  const told = new Set(eligible.map(({ member }) => member.rep));
  return candidates.flatMap(({ member: { rep }, availability }) => {
    const excluding = told.has(rep) ? undefined : exclusionOf(availability);
    told.add(rep);
    return excluding === undefined ? [] : [excludedRecord(rep, excluding)];
  });
};

const cut = (
  records: readonly RepRecord[],
  counted: DecisionRecord['others'] = {},
): Pick<DecisionRecord, 'reps' | 'others'> => {
  const others: Record<string, number> = { ...counted };
  for (const record of records.slice(REPS_IN_FULL)) {
    const reason = 'excluded' in record ? record.excluded : 'eligible';
    others[reason] = (others[reason] ?? 0) + 1;
  }
  return { reps: records.slice(0, REPS_IN_FULL), others };
};

/** Those in turn come first, and the chosen one before all, so that a record cut short still tells who it was. */
export const repsInRecord = (
  candidates: readonly Candidate[],
  eligible: readonly Candidate[],
  chosen: Candidate | undefined,
  ledger: Ledger,
): Pick<DecisionRecord, 'reps' | 'others'> => {
  const inTurn = eligible.toSorted((a, b) => Number(b === chosen) - Number(a === chosen));
  return cut([
    ...inTurn.map(({ member: { rep } }) => ({ rep, virtualTime: standing(ledger, rep).virtualTime })),
    ...excludedOf(candidates, eligible),
  ]);
};

/** The record with others who were asked in vain: after those who could take the lead, before the rest. */
export const withExcluded = <T extends UndecidedRecord>(record: T, candidates: readonly Candidate[]): T => {
  const able = record.reps.filter((one) => !('excluded' in one));
  const asked = excludedOf(candidates, []).filter(({ rep }) => !able.some((one) => one.rep === rep));
  const rest = record.reps.filter((one) => 'excluded' in one && !asked.some(({ rep }) => rep === one.rep));
  return { ...record, ...cut([...able, ...asked, ...rest], record.others) };
};
