import type { Agreement, Rep, TeamMember, Territory } from '../agreement/agreement.ts';
import type { DecisionRecord, UndecidedRecord } from '../lead/decision-record.ts';
import type { WaitingReason } from '../lead/facts.ts';
import type { Lead, Qualified, Waiting } from '../lead/lead.ts';
import type { Rules } from '../rules.ts';
import { nextInTurn } from '../sharing/fair-share.ts';
import type { Ledger } from '../sharing/ledger.ts';
import { matchedFields } from '../territory/match-territory.ts';
import { teamsFor } from '../territory/teams.ts';
import { type Instant, toIso } from '../time/instant.ts';
import { accountOwner } from './account.ts';
import { type Availability, availability } from './availability.ts';
import { type Candidate, excludedRecord, exclusionOf, repsInRecord } from './make-record.ts';
import { accountDomain, accountOf, ledgerOf, loadOf, type RoutingState } from './routing-state.ts';

export type RoutableLead = Lead & (Qualified | Waiting);

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
  | {
      readonly kind: 'wait';
      readonly why: WaitingReason;
      readonly record: UndecidedRecord;
      readonly until?: Instant;
      /** The account's owner, of no team that was asked, where only an event can tell when they are free. */
      readonly awaits?: string;
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
 * Whoever is not at work before this instant cannot keep what is promised: our alert, the acceptance where it
 * runs by the wall clock. In the owner's own hours it can be kept whenever they start.
 */
export const feasibleUntil = (lead: RoutableLead, { sla }: Agreement, now: Instant): number => {
  const { alert } = lead.qualification;
  const accept = now + sla.accept.withinMs;
  if (alert.state !== 'pending') return accept;
  return sla.accept.clock === 'wall' ? Math.min(alert.dueAt, accept) : alert.dueAt;
};

/**
 * Who takes the lead: the manager once the agreed number of owners is used up, the account's owner, the
 * fair share of the first matching territory's team, its overflow, else the line. `ahead`: others wait in its
 * line before it.
 */
export const chooseOwner = (
  lead: RoutableLead,
  territory: Territory,
  state: RoutingState,
  rules: Rules,
  now: Instant,
  ahead = false,
): Choice => {
  const { agreement } = rules;
  // Whoever comes after others waits with them for the next opening: it is theirs first.
  const horizon = ahead ? now : feasibleUntil(lead, agreement, now);
  const repOf = (id: string | undefined): Rep | undefined => (id === undefined ? undefined : agreement.reps[id]);
  const availabilityOf = (rep: string): Availability =>
    availability(agreement.reps[rep], loadOf(state, rep), lead, territory, now, horizon);
  const base = { matched: matchedFields(territory.when, lead.fields), reps: [], others: {}, agreement: agreement.hash };

  const { previous } = lead;
  const toManager = (record: UndecidedRecord): Choice | undefined => {
    const manager = repOf(previous?.owner.manager);
    if (manager !== undefined) return { kind: 'manager', rep: manager, record: { ...record, by: 'manager' } };
    return previous === undefined || previous.why === 'left' ? undefined : { kind: 'keep' };
  };
  const abandoned = previous?.why === 'left' && previous.stage !== 'assigned';
  if (previous !== undefined && (abandoned || lead.pastOwners.length >= agreement.sla.maxOwners)) {
    const last = toManager(base);
    if (last !== undefined) return last;
  }

  const domain = accountDomain(lead, agreement);
  const owner = repOf(domain === undefined ? undefined : accountOwner(accountOf(state, domain)));
  const account = owner && { rep: owner, availability: availabilityOf(owner.id) };
  if (account?.availability.can === 'now' || account?.availability.can === 'soon') {
    return accountChoice(account.rep, account.availability, territory, ledgerOf(state, territory.name), base);
  }
  const passedOver = account && exclusionOf(account.availability);
  const known: UndecidedRecord =
    account === undefined || passedOver === undefined
      ? base
      : { ...base, account: excludedRecord(account.rep.id, passedOver) };

  const seen: Candidate[] = [];
  for (const team of teamsFor(territory, agreement.territories)) {
    const candidates = team.team.map((member) => ({ member, availability: availabilityOf(member.rep) }));
    const eligible = eligibleOf(candidates);
    const ledger = ledgerOf(state, team.name);
    const turn = nextInTurn(
      ledger,
      eligible.map(({ member }) => member),
    );
    const chosen = eligible.find(({ member }) => member === turn);
    const rep = repOf(chosen?.member.rep);
    if (chosen === undefined || rep === undefined) {
      seen.push(...candidates);
      continue;
    }
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
      record: {
        ...known,
        by: team === territory ? 'share' : 'overflow',
        ...repsInRecord([...candidates, ...seen], eligible, chosen, ledger),
        ...(team === territory ? {} : { team: team.name }),
        ...startOf(chosen.availability),
      },
    };
  }
  const record = { ...known, ...repsInRecord(seen, [], undefined, ledgerOf(state, territory.name)) };
  const ofAccount = account?.availability.can === 'later' ? account.availability : undefined;
  const later = seen.flatMap(({ availability: a }) => (a.can === 'later' ? [a] : []));
  if (later.length > 0 || ofAccount !== undefined) {
    const isOfTeam = seen.some(({ member }) => member.rep === account?.rep.id);
    const awaits = ofAccount !== undefined && ofAccount.until === undefined && !isOfTeam ? account?.rep.id : undefined;
    return waitFor([...later, ...(ofAccount === undefined ? [] : [ofAccount])], record, awaits);
  }
  // Nobody could ever take it: the last owner's manager, or, where nobody has had it, the team's.
  const manager = seen.map(({ member }) => repOf(repOf(member.rep)?.manager)).find((rep) => rep !== undefined);
  const ofTeam: Choice | undefined = manager && { kind: 'manager', rep: manager, record: { ...record, by: 'manager' } };
  return toManager(record) ?? ofTeam ?? { kind: 'wait', why: 'nobody-left', record };
};

const startOf = (a: Availability): Pick<DecisionRecord, 'startsAt'> =>
  a.can === 'soon' ? { startsAt: toIso(a.startsAt) } : {};

/** The account's owner pays out of turn, of the territory's team or not. */
const accountChoice = (
  rep: Rep,
  a: Availability,
  territory: Territory,
  ledger: Ledger,
  record: UndecidedRecord,
): Choice => {
  const member = territory.team.find((one) => one.rep === rep.id) ?? { rep: rep.id, weight: 1 };
  const candidate = { member, availability: a };
  return {
    kind: 'rep',
    rep,
    turn: { territory: territory.name, member, inTurn: false, eligible: [], excluded: [] },
    record: { ...record, by: 'account', ...repsInRecord([], [candidate], candidate, ledger), ...startOf(a) },
  };
};

const waitFor = (
  later: readonly Extract<Availability, { can: 'later' }>[],
  record: UndecidedRecord,
  awaits: string | undefined,
): Choice => {
  const until = Math.min(...later.map((a) => a.until ?? Number.POSITIVE_INFINITY));
  const why = later.some((a) => a.why === 'full' || a.why === 'full-today') ? 'everybody-full' : 'nobody-at-work';
  return {
    kind: 'wait',
    why,
    record,
    ...(until === Number.POSITIVE_INFINITY ? {} : { until }),
    ...(awaits === undefined ? {} : { awaits }),
  };
};
