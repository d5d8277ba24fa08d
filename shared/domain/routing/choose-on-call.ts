import type { Duty } from '../duty/duty.ts';
import { dutyOrder, nextDuty, repsOnDuty } from '../duty/on-duty.ts';
import type { ExcludedRep, UndecidedRecord } from '../lead/decision-record.ts';
import { dutyOf } from '../territory/teams.ts';
import type { Instant } from '../time/instant.ts';
import { nextLocalMidnight } from '../time/zone.ts';
import type { Exclusion } from '../vocabulary/exclusions.ts';
import { offAt } from './availability.ts';
import type { OnCallChoice } from './choice.ts';
import { type RoutingCase, repOf } from './routing-case.ts';
import { loadOf } from './routing-state.ts';

/** What the territory's duty says to a lead that nobody of its teams can take now. */
export interface OnCallAnswer {
  readonly choice?: OnCallChoice;
  /** When it is worth asking the duty again, where that is known. */
  readonly until?: Instant;
  readonly record: UndecidedRecord;
}

/** Why a rep cannot be on duty for this lead. Hours, languages and capacity keep nobody from it. */
const whyNot = (asked: RoutingCase, id: string): Exclusion | undefined => {
  const rep = repOf(asked, id);
  if (rep === undefined) return 'left';
  if (asked.lead.pastOwners.includes(id)) return 'past-owner';
  return offAt(rep, loadOf(asked.state, id), asked.now);
};

/** Who could be on duty at another time is worth waiting for. */
const askAgainAt = (asked: RoutingCase, duty: Duty, isOpen: boolean): Instant | undefined => {
  const reasons = repsOnDuty(duty).map((id) => whyNot(asked, id));
  if (!reasons.some((why) => why === undefined || why === 'away' || why === 'paused')) return undefined;
  return isOpen ? nextLocalMidnight(duty.schedule.zone, asked.now) : nextDuty(duty, asked.now);
};

/** Whoever is on duty now and has not had the lead; those who are away or have had it are passed over. */
export const chooseOnCall = (asked: RoutingCase, record: UndecidedRecord): OnCallAnswer => {
  const { territory, rules, now } = asked;
  const duty = dutyOf(territory, rules.agreement);
  if (duty === undefined) return { record };
  const order = dutyOrder(duty, now);
  const chosen = order.find((id) => whyNot(asked, id) === undefined);
  const before = chosen === undefined ? order : order.slice(0, order.indexOf(chosen));
  const passedOver = before.flatMap((rep): readonly ExcludedRep[] => {
    const excluded = whyNot(asked, rep);
    return excluded === undefined ? [] : [{ rep, excluded }];
  });
  const known = order.length === 0 ? record : { ...record, duty: { name: duty.name, passedOver } };
  const rep = repOf(asked, chosen);
  if (rep !== undefined)
    return { choice: { kind: 'on-call', rep, duty, record: { ...known, by: 'on-call' } }, record: known };
  const until = askAgainAt(asked, duty, order.length > 0);
  return { record: known, ...(until === undefined ? {} : { until }) };
};
