import type { Territory } from '../agreement/agreement.ts';
import type { UndecidedRecord } from '../lead/decision-record.ts';
import { atDecision, longestWithout, nextInTurn } from '../sharing/fair-share.ts';
import { teamsFor } from '../territory/teams.ts';
import type { RepChoice } from './choice.ts';
import { type Candidate, repsInRecord, startOf } from './make-record.ts';
import { availabilityIn, isOutOfRules, type RoutingCase, repOf } from './routing-case.ts';
import { ledgerOf } from './routing-state.ts';

/** Whom the territory's team and its overflow offer, and who was asked in vain before. */
export interface ShareAnswer {
  readonly chosen?: RepChoice;
  /** Everybody who was asked and could not take the lead, in the order of the asking. */
  readonly passedOver: readonly Candidate[];
}

const startsAt = ({ availability: a }: Candidate): number => (a.can === 'soon' ? a.startsAt : Number.POSITIVE_INFINITY);

/** Those at work now; if none, those who are at work soonest before the promise would break. */
const eligibleOf = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const now = candidates.filter(({ availability: a }) => a.can === 'now');
  if (now.length > 0) return now;
  const soonest = Math.min(...candidates.map(startsAt));
  return soonest === Number.POSITIVE_INFINITY ? [] : candidates.filter((one) => startsAt(one) === soonest);
};

interface Team {
  readonly team: Territory;
  readonly candidates: readonly Candidate[];
  /** Of teams that were asked before. */
  readonly passedOver: readonly Candidate[];
}

/** The member of one team whose turn it is, of those who can take the lead. */
const chooseOfTeam = (
  asked: RoutingCase,
  { team, candidates, passedOver }: Team,
  record: UndecidedRecord,
): RepChoice | undefined => {
  const eligible = eligibleOf(candidates);
  const members = eligible.map(({ member }) => member);
  const ledger = atDecision(ledgerOf(asked.state, team.name), members);
  const isHeldOut = isOutOfRules(asked);
  const turn = isHeldOut ? longestWithout(ledger, members) : nextInTurn(ledger, members);
  const chosen = eligible.find(({ member }) => member === turn);
  const rep = repOf(asked, chosen?.member.rep);
  if (chosen === undefined || rep === undefined) return undefined;
  const excluded = candidates.filter((one) => !eligible.includes(one)).map(({ member }) => member.rep);
  const isOwnTeam = team === asked.territory;
  return {
    kind: 'rep',
    rep,
    turn: { territory: team.name, member: chosen.member, inTurn: !isHeldOut, eligible: members, excluded },
    record: {
      ...record,
      by: isHeldOut ? 'round-robin' : isOwnTeam ? 'share' : 'overflow',
      ...repsInRecord([...candidates, ...passedOver], eligible, chosen, ledger),
      ...(isOwnTeam ? {} : { team: team.name }),
      ...startOf(chosen.availability),
    },
  };
};

/** The territory's own team, then its overflow; the other way round once nobody speaks the lead's language. */
const teamsInOrder = ({ territory, rules, unspokenLanguage }: RoutingCase): readonly Territory[] => {
  const [own = territory, ...overflow] = teamsFor(territory, rules.agreement.territories);
  return unspokenLanguage === undefined ? [own, ...overflow] : [...overflow, own];
};

/** Asks one team after the other until one can take the lead: fair share among those who can, or plain round robin. */
export const chooseByShare = (asked: RoutingCase, record: UndecidedRecord): ShareAnswer => {
  let passedOver: readonly Candidate[] = [];
  for (const team of teamsInOrder(asked)) {
    const candidates = team.team.map((member) => ({ member, availability: availabilityIn(asked, member.rep) }));
    const chosen = chooseOfTeam(asked, { team, candidates, passedOver }, record);
    if (chosen !== undefined) return { chosen, passedOver };
    passedOver = [...passedOver, ...candidates];
  }
  return { passedOver };
};
