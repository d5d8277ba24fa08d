import type { Rules } from '../agreement/rules.ts';
import type { Fields } from '../condition/condition.ts';
import type { Visitor } from '../documents.ts';
import { addActivity, joinBehaviour, joinTimeline, NO_BEHAVIOUR } from './behaviour.ts';
import { mergeFields, stampOf } from './capture-fields.ts';
import type { Activity, Decision, Lead } from './lead.ts';
import { baseOf } from './leave-owner.ts';
import { qualify } from './qualify.ts';

/** An inbound event's own identity and time; both come in as values. */
export interface Occurrence {
  readonly id: string;
  readonly occurredAt: number;
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

const withoutMissing = (lead: Lead) => {
  const { missing: _, ...base } = baseOf(lead);
  return base;
};

/** What occurs after a lead's end starts the next cycle; what occurred before it never does. */
const reopen = (lead: Lead, occurredAt: number): Lead =>
  lead.stage !== 'ended' || occurredAt < lead.endedAt
    ? lead
    : {
        ...withoutMissing(lead),
        cycle: lead.cycle + 1,
        cycleFrom: lead.endedAt,
        behaviour: NO_BEHAVIOUR,
        pastOwners: [],
        attempt: 0,
        stage: 'nurture',
      };

const join = (lead: Lead, anonymous: Anonymous | undefined, rules: Rules): Lead =>
  anonymous === undefined
    ? lead
    : {
        ...lead,
        behaviour: joinBehaviour(lead.behaviour, anonymous.behaviour, rules.agreement.scoring.behaviour.halfLifeMs),
        timeline: joinTimeline(lead.timeline, anonymous.timeline),
      };

/** LeadCaptured: merges what is told of the person, joins what the visitor did before, scores. */
export const captureLead = (
  lead: Lead,
  captured: Fields,
  occurrence: Occurrence,
  anonymous: Anonymous | undefined,
  rules: Rules,
  now: number,
): Decision => {
  const open = join(reopen(lead, occurrence.occurredAt), anonymous, rules);
  const merged = { ...open, ...mergeFields(open, captured, stampOf(occurrence.occurredAt, occurrence.id)) };
  return qualify(merged.stage === 'uncaptured' ? { ...merged, stage: 'nurture' } : merged, rules, now, true);
};

/** LeadActivityRecorded for a lead: counts from when it occurred, a future one as now. */
export const recordActivity = (lead: Lead, activity: Activity, rules: Rules, now: number): Decision => {
  const done = { ...activity, at: Math.min(activity.at, now) };
  const open = reopen(lead, done.at);
  const timeline = joinTimeline(open.timeline, [done]);
  const counts = open.stage !== 'ended' && done.at >= open.cycleFrom;
  const { halfLifeMs } = rules.agreement.scoring.behaviour;
  const behaviour = counts ? addActivity(open.behaviour, done, rules.actionsOf, halfLifeMs) : open.behaviour;
  return qualify({ ...open, behaviour, timeline }, rules, now, false);
};

/** The same for a browser of which nobody yet knows whose it is. */
export const recordAnonymousActivity = (
  visitor: Anonymous | undefined,
  activity: Activity,
  rules: Rules,
  now: number,
): Anonymous => {
  const done = { ...activity, at: Math.min(activity.at, now) };
  const { halfLifeMs } = rules.agreement.scoring.behaviour;
  return {
    known: false,
    behaviour: addActivity(visitor?.behaviour ?? NO_BEHAVIOUR, done, rules.actionsOf, halfLifeMs),
    timeline: joinTimeline(visitor?.timeline ?? [], [done]),
  };
};
