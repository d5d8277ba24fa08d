import type { Rep, TeamMember, Territory } from '../agreement/agreement.ts';
import type { Rules } from '../agreement/rules.ts';
import type { Lead, Qualified, Waiting, WaitingReason } from '../lead/lead.ts';
import { nextInTurn, standing } from '../sharing/fair-share.ts';
import { matchedFields } from '../territory/match-territory.ts';
import { accountOwner } from './account.ts';
import { type Availability, availability } from './availability.ts';
import { type DecidedBy, type DecisionRecord, REPS_IN_FULL, type RepRecord } from './decision-record.ts';
import { accountDomain, accountOf, type Desk, ledgerOf, loadOf } from './desk.ts';

export type LeadInLine = Lead & (Qualified | Waiting);

interface Candidate {
  readonly member: TeamMember;
  readonly availability: Availability;
}

export type Choice =
  | {
      readonly kind: 'rep';
      readonly rep: Rep;
      /** Whose ledger pays, and who else could have taken it. An account's owner pays out of turn, of the team or not. */
      readonly turn: {
        readonly territory: string;
        readonly member: TeamMember;
        readonly inTurn: boolean;
        readonly eligible: readonly TeamMember[];
        readonly excluded: readonly string[];
      };
      readonly record: DecisionRecord;
    }
  | { readonly kind: 'manager'; readonly rep: Rep; readonly record: DecisionRecord }
  | { readonly kind: 'keep' }
  | { readonly kind: 'wait'; readonly why: WaitingReason; readonly until?: number };

/** The territory's team and, in order, those that help out. */
export const teamsFor = (territory: Territory, territories: readonly Territory[]): readonly Territory[] => {
  const teams = [territory];
  let next = territory.overflow;
  while (next !== undefined && !teams.some(({ name }) => name === next)) {
    const overflow = territories.find(({ name }) => name === next);
    if (overflow === undefined) break;
    teams.push(overflow);
    next = overflow.overflow;
  }
  return teams;
};

const recordOf = (candidate: Candidate, desk: Desk, territory: string): RepRecord => {
  const { member, availability: a } = candidate;
  if (a.can === 'never') return { rep: member.rep, excluded: a.why };
  if (a.can === 'later') {
    return {
      rep: member.rep,
      excluded: a.why,
      ...(a.until === undefined ? {} : { until: new Date(a.until).toISOString() }),
    };
  }
  return { rep: member.rep, virtualTime: standing(ledgerOf(desk, territory), member.rep).virtualTime };
};

const countByReason = (candidates: readonly Candidate[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { availability: a } of candidates) {
    const reason = 'why' in a ? a.why : 'eligible';
    counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
};

/** Those at work now; if none, those who are at work soonest before the clause would break. */
const eligibleOf = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const now = candidates.filter(({ availability: a }) => a.can === 'now');
  if (now.length > 0) return now;
  const startOf = (c: Candidate) =>
    c.availability.can === 'soon' ? c.availability.startsAt : Number.POSITIVE_INFINITY;
  const soonest = Math.min(...candidates.map(startOf));
  return soonest === Number.POSITIVE_INFINITY ? [] : candidates.filter((c) => startOf(c) === soonest);
};

/**
 * Who takes the lead: the manager once the agreed number of owners is used up, the account's owner, the
 * fair share of the first matching territory's team, its overflow, else the line.
 */
export const chooseOwner = (lead: LeadInLine, territory: Territory, desk: Desk, rules: Rules, now: number): Choice => {
  const { agreement } = rules;
  const { alert } = lead.qualification;
  const horizon = alert.state === 'pending' ? alert.dueAt : now + agreement.sla.accept.withinMs;
  const record = (
    by: DecidedBy,
    candidates: readonly Candidate[],
    team: string,
    startsAt?: number,
  ): DecisionRecord => ({
    by,
    matched: matchedFields(territory.when, lead.fields),
    reps: candidates.slice(0, REPS_IN_FULL).map((candidate) => recordOf(candidate, desk, team)),
    others: countByReason(candidates.slice(REPS_IN_FULL)),
    ...(team === territory.name ? {} : { team }),
    ...(startsAt === undefined ? {} : { startsAt: new Date(startsAt).toISOString() }),
    agreement: agreement.hash,
  });
  const managerOf = (id: string | undefined): Rep | undefined => (id === undefined ? undefined : agreement.reps[id]);
  const toManager = (): Choice | undefined => {
    const manager = managerOf(lead.previous?.owner.manager);
    if (manager !== undefined) return { kind: 'manager', rep: manager, record: record('manager', [], territory.name) };
    return lead.previous === undefined || lead.previous.why === 'left' ? undefined : { kind: 'keep' };
  };

  const { previous } = lead;
  const abandoned = previous?.why === 'left' && previous.stage !== 'assigned';
  if (previous !== undefined && (abandoned || lead.pastOwners.length >= agreement.sla.maxOwners)) {
    const last = toManager();
    if (last !== undefined) return last;
  }

  const domain = accountDomain(lead, agreement);
  const owner = managerOf(domain === undefined ? undefined : accountOwner(accountOf(desk, domain)));
  if (owner !== undefined) {
    const a = availability(owner, loadOf(desk, owner.id), lead, territory, now, horizon);
    const member = territory.team.find(({ rep }) => rep === owner.id);
    if (a.can === 'now' || a.can === 'soon') {
      const candidate = { member: member ?? { rep: owner.id, weight: 1 }, availability: a };
      const startsAt = a.can === 'soon' ? a.startsAt : undefined;
      const turn = { territory: territory.name, inTurn: false, eligible: [], excluded: [] };
      return {
        kind: 'rep',
        rep: owner,
        turn: { ...turn, member: candidate.member },
        record: record('account', [candidate], territory.name, startsAt),
      };
    }
  }

  const seen: Candidate[] = [];
  for (const team of teamsFor(territory, agreement.territories)) {
    const candidates = team.team.map((member) => ({
      member,
      availability: availability(agreement.reps[member.rep], loadOf(desk, member.rep), lead, territory, now, horizon),
    }));
    seen.push(...candidates);
    const eligible = eligibleOf(candidates);
    const turn = nextInTurn(
      ledgerOf(desk, team.name),
      eligible.map(({ member }) => member),
    );
    const chosen = eligible.find(({ member }) => member === turn);
    const rep = chosen === undefined ? undefined : agreement.reps[chosen.member.rep];
    if (chosen === undefined || rep === undefined) continue;
    const startsAt = chosen.availability.can === 'soon' ? chosen.availability.startsAt : undefined;
    return {
      kind: 'rep',
      rep,
      turn: {
        territory: team.name,
        member: chosen.member,
        inTurn: true,
        eligible: eligible.map(({ member }) => member),
        excluded: candidates.filter((c) => !eligible.includes(c)).map(({ member }) => member.rep),
      },
      record: record(team === territory ? 'share' : 'overflow', candidates, team.name, startsAt),
    };
  }
  return nobody(seen, toManager, managerOf, agreement.reps, record('manager', seen, territory.name));
};

const nobody = (
  seen: readonly Candidate[],
  toManager: () => Choice | undefined,
  managerOf: (id: string | undefined) => Rep | undefined,
  reps: Readonly<Record<string, Rep>>,
  record: DecisionRecord,
): Choice => {
  const later = seen.flatMap(({ availability: a }) => (a.can === 'later' ? [a] : []));
  if (later.length === 0) {
    // Nobody could ever take it: the last owner's manager, or, where nobody has had it, the team's.
    const teamManager = seen.map(({ member }) => managerOf(reps[member.rep]?.manager)).find((rep) => rep !== undefined);
    const team: Choice | undefined = teamManager && { kind: 'manager', rep: teamManager, record };
    return toManager() ?? team ?? { kind: 'wait', why: 'nobody-left' };
  }
  const until = Math.min(...later.map((a) => a.until ?? Number.POSITIVE_INFINITY));
  const why = later.some((a) => a.why === 'full' || a.why === 'full-today') ? 'everybody-full' : 'nobody-at-work';
  return { kind: 'wait', why, ...(until === Number.POSITIVE_INFINITY ? {} : { until }) };
};
