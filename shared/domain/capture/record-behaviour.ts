import type { Fields } from '../condition/condition.ts';
import { VISITOR_ACTIVITIES, VISITOR_BYTES, type Visitor } from '../documents.ts';
import { BLANK } from '../lead/blank.ts';
import type { Decision } from '../lead/decision.ts';
import type { Fact, IgnoredField } from '../lead/facts.ts';
import type { Activity, Lead } from '../lead/lead.ts';
import { baseOf } from '../lead/leave-owner.ts';
import type { Rules } from '../rules.ts';
import { addActivity, joinTimeline, NO_BEHAVIOUR } from '../scoring/behaviour.ts';
import { nextCycle } from '../scoring/next-cycle.ts';
import { type Instant, toIso } from '../time/instant.ts';
import { deriveDomain, mergeFields, mergeTold, stampOf, type Told, timeOf, withoutFreeMail } from './capture-fields.ts';
import { notKept, withinBudget } from './field-budget.ts';
import { qualify } from './qualify.ts';
import { touchesDone, touchesTold, withTouches } from './touches.ts';

/** An inbound event's own identity and time; both come in as values. */
export interface Occurrence {
  readonly id: string;
  readonly occurredAt: Instant;
}

type Anonymous = Extract<Visitor, { known: false }>;

/** A person first heard of: nothing is known but the address. */
export const newLead = (id: string, email: string): Lead => ({
  id,
  email,
  cycle: 1,
  cycleFrom: 0,
  sequence: 0,
  fields: {},
  stamps: {},
  behaviour: NO_BEHAVIOUR,
  timeline: [],
  pastOwners: [],
  attempt: 0,
  notices: [],
  stage: 'uncaptured',
});

/** What occurs after a lead's end starts the next cycle; what occurred before it never does. */
const reopen = (lead: Lead, occurredAt: Instant): Lead =>
  lead.stage !== 'ended' || occurredAt < lead.endedAt ? lead : nextCycle(lead);

/** Counts what was done in this cycle; all of it is shown. */
const addActivities = (lead: Lead, activities: readonly Activity[], rules: Rules): Lead => {
  if (activities.length === 0) return lead;
  const { halfLifeMs } = rules.agreement.scoring.behaviour;
  const counting = lead.stage === 'ended' ? [] : activities.filter(({ at }) => at >= lead.cycleFrom);
  return {
    ...BLANK,
    ...lead,
    timeline: joinTimeline(lead.timeline, activities),
    behaviour: counting.reduce((all, done) => addActivity(all, done, rules.actionsOf, halfLifeMs), lead.behaviour),
  };
};

/** What is told of a lead that waits may let somebody else take it. */
const recheckIfTold = (lead: Lead, before: Fields, now: Instant): Lead =>
  lead.stage === 'waiting' && Object.entries(lead.fields).some(([path, value]) => before[path] !== value)
    ? { ...lead, lookAt: now, daily: false }
    : lead;

/** What a capture tells of a person. */
export interface Capture extends Occurrence {
  readonly fields: Fields;
  /** The registrable domain of the address, unless it is free mail. */
  readonly addressDomain?: string | undefined;
  /** What else was told, and could not be kept as it was. */
  readonly ignored?: readonly IgnoredField[];
  /** What the person's browser did, and told, before anybody knew whose it is. */
  readonly anonymous?: Anonymous | undefined;
  /** What was told before and reads otherwise, now that the country is known. */
  readonly again?: Told | undefined;
}

const withTold = (lead: Lead, told: Told | undefined, now: Instant): Lead =>
  told === undefined ? lead : { ...lead, ...mergeTold(lead, told, now) };

const heldOf = (lead: Lead, { fields, stamps }: Told, freeMail: readonly string[], now: Instant): Told =>
  mergeTold(lead, { fields: withoutFreeMail(fields, freeMail), stamps }, now);

/** LeadCaptured: merges what is told of the person, joins what the visitor did, scores. A future capture counts as of now. */
export const captureLead = (
  lead: Lead,
  { id, occurredAt, fields, addressDomain, ignored = [], anonymous, again }: Capture,
  rules: Rules,
  now: Instant,
): Decision => {
  const at = Math.min(occurredAt, now);
  const open = addActivities(reopen(withTold(lead, again, now), at), anonymous?.activities ?? [], rules);
  const { freeMail } = rules.agreement.scoring;
  const held = anonymous?.told === undefined ? open : { ...open, ...heldOf(open, anonymous.told, freeMail, now) };
  const said = withinBudget(mergeFields(held, withoutFreeMail(fields, freeMail), stampOf(at, id), now));
  const merged = deriveDomain({ ...held, ...said.told }, addressDomain, freeMail);
  const told: Lead = merged.stage === 'uncaptured' ? { stage: 'nurture', ...baseOf(merged) } : merged;
  const decision = qualify(recheckIfTold(told, lead.fields, now), rules, now, true);
  const untold = notKept(ignored, said.dropped);
  const left: readonly Fact[] = untold.length === 0 ? [] : [{ type: 'LeadFieldsIgnored', data: { fields: untold } }];
  const facts = withTouches(decision.facts, [
    ...touchesDone([...(lead.stage === 'uncaptured' ? lead.timeline : []), ...(anonymous?.activities ?? [])]),
    ...touchesTold(anonymous?.told?.fields ?? {}, (path) => timeOf(anonymous?.told?.stamps[path]) ?? toIso(at)),
    ...touchesTold(fields, () => toIso(at)),
  ]);
  return { ...decision, facts: [...left, ...facts] };
};

/** A future activity counts as one of now. */
const notLater = (activity: Activity, now: Instant): Activity => ({ ...activity, at: Math.min(activity.at, now) });

/** LeadActivityRecorded for a lead: counts from when it occurred. */
export const recordActivity = (lead: Lead, activity: Activity, rules: Rules, now: Instant): Decision => {
  const done = notLater(activity, now);
  const decision = qualify(addActivities(reopen(lead, done.at), [done], rules), rules, now, false);
  // Nothing is published of a lead before its capture, which then tells what was done before.
  if (lead.stage === 'uncaptured') return decision;
  return { ...decision, facts: withTouches(decision.facts, touchesDone([done])) };
};

/** LeadActivityRecorded for a browser, when nobody knows yet whose it is: kept until a capture names it. */
export const recordAnonymousActivity = (
  visitor: Anonymous | undefined,
  activity: Activity,
  now: Instant,
): Anonymous => ({
  ...visitor,
  known: false,
  activities: joinTimeline(visitor?.activities ?? [], [notLater(activity, now)], {
    activities: VISITOR_ACTIVITIES,
    bytes: VISITOR_BYTES,
  }),
});

/** LeadCaptured of a browser without an address, when nobody knows yet whose it is: kept until a capture names it. */
export const recordAnonymousCapture = (
  visitor: Anonymous | undefined,
  { id, occurredAt, fields }: Pick<Capture, 'id' | 'occurredAt' | 'fields'>,
  now: Instant,
): Anonymous => {
  const before = visitor?.told ?? { fields: {}, stamps: {} };
  const { told } = withinBudget(mergeFields(before, fields, stampOf(Math.min(occurredAt, now), id), now));
  return { known: false, activities: visitor?.activities ?? [], told };
};
