import type { Agreement, Rep, Territory } from '../agreement/agreement.ts';
import type { UndecidedRecord } from '../lead/decision-record.ts';
import type { Lead, Qualified, Waiting } from '../lead/lead.ts';
import type { Rules } from '../rules.ts';
import { matchedFields } from '../territory/match-territory.ts';
import type { Instant } from '../time/instant.ts';
import { type Availability, availability } from './availability.ts';
import { loadOf, type RoutingState } from './routing-state.ts';

/** A lead that has no owner and needs one: on its first way, or on a waitlist. */
export type RoutableLead = Lead & (Qualified | Waiting);

/** What is known of a lead to route before the routing state is loaded. */
export type UnloadedCase = Pick<RoutingCase, 'lead' | 'territory' | 'rules' | 'now'>;

/** One lead to route, with all that its routing is decided by. */
export interface RoutingCase {
  readonly lead: RoutableLead;
  /** The first territory whose condition the lead meets. */
  readonly territory: Territory;
  readonly state: RoutingState;
  readonly rules: Rules;
  readonly now: Instant;
  /** Whether other leads stand before this one on its territory's waitlist. */
  readonly behindOthers: boolean;
  /** The lead's language, where nobody of those who were asked speaks it: anybody may take the lead. */
  readonly unspokenLanguage?: string;
}

/** Held out from the owner of the account, the wish for a language and the fair share: whose turn it is takes the lead. */
export const isOutOfRules = ({ lead }: RoutingCase): boolean => lead.qualification.heldOut === true;

/** What whoever takes the lead must speak; undefined where any language will do. */
const wishedLanguage = (asked: RoutingCase): string | undefined => {
  const { lead, territory, unspokenLanguage } = asked;
  const { language } = lead.fields;
  const isWished = territory.matchLanguage && unspokenLanguage === undefined && !isOutOfRules(asked);
  return isWished && typeof language === 'string' ? language : undefined;
};

/** The same case without the wish for a language; undefined where there is none. */
export const withoutLanguageWish = (asked: RoutingCase): RoutingCase | undefined => {
  const language = wishedLanguage(asked);
  return language === undefined ? undefined : { ...asked, unspokenLanguage: language };
};

export const repOf = ({ rules }: RoutingCase, id: string | undefined): Rep | undefined =>
  id === undefined ? undefined : rules.agreement.reps[id];

/**
 * Whoever is not at work before this instant cannot keep what is promised: our alert, and the acceptance where
 * that runs by the wall clock. In the owner's own hours the acceptance can be kept whenever they start. Once the alert
 * is no promise any more, the limit is the time to accept, by whatever clock that runs: a rep of the overflow who is at
 * work is better than one of the team who starts in three days.
 */
export const feasibleUntil = (lead: RoutableLead, { sla }: Agreement, now: Instant): Instant => {
  const { alert } = lead.qualification;
  const accept = now + sla.accept.withinMs;
  if (alert.state !== 'pending') return accept;
  return sla.accept.clock === 'wall' ? Math.min(alert.dueAt, accept) : alert.dueAt;
};

/** A lead behind others waits with them for the next opening, which is theirs first: only who is at work now counts. */
const horizonOf = ({ lead, rules, now, behindOthers }: RoutingCase): Instant =>
  behindOthers ? now : feasibleUntil(lead, rules.agreement, now);

export const availabilityIn = (asked: RoutingCase, rep: string): Availability => {
  const { lead, state, now } = asked;
  const language = wishedLanguage(asked);
  return availability(repOf(asked, rep), loadOf(state, rep), { lead, language, now, horizon: horizonOf(asked) });
};

/** The record before anybody has been asked. */
export const emptyRecord = ({ lead, territory, rules, unspokenLanguage }: RoutingCase): UndecidedRecord => ({
  matched: matchedFields(territory.when, lead.fields),
  reps: [],
  others: {},
  ...(unspokenLanguage === undefined ? {} : { unspokenLanguage }),
  agreement: rules.agreement.hash,
});
