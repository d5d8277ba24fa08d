import { earlyUntil } from '../lead/early-answers.ts';
import { ROUTING_GRACE_MS } from '../lead/grace.ts';
import { isLive, isOwned, type Lead, type LiveLead } from '../lead/lead.ts';
import { isUnseen, waitsForEarlier } from '../lead/owe-watch.ts';
import type { Instant } from '../time/instant.ts';
import type { ClauseName } from '../vocabulary/clauses.ts';

/** When a lead must be rechecked; `daily` where nothing can be due then but what a new agreement changes. */
export interface Recheck {
  readonly at: Instant;
  readonly daily: boolean;
}

const NEVER = Number.POSITIVE_INFINITY;

const alertDue = (lead: LiveLead): Instant =>
  lead.qualification.alert.state === 'pending' ? lead.qualification.alert.dueAt : NEVER;

/** A step of our alert comes only while nobody owns the lead. */
const alertStepDue = (lead: LiveLead): Instant =>
  isOwned(lead) ? NEVER : (lead.qualification.alert.steps?.[0]?.at ?? NEVER);

/** The owner may lose the lead before a later step, so its clock goes on. */
const laterAlertStep = (lead: LiveLead, now: Instant): Instant =>
  isOwned(lead) ? (lead.qualification.alert.steps?.find(({ at }) => at > now)?.at ?? NEVER) : alertStepDue(lead);

const clauseDue = (lead: LiveLead): Instant => {
  if (!isOwned(lead) || lead.clause === undefined) return NEVER;
  return Math.min(lead.clause.breached ? NEVER : lead.clause.dueAt, lead.clause.steps[0]?.at ?? NEVER);
};

/** The next instant of what is promised for a lead: of its running clause, of our alert, or of a step of it. */
export const nextInstant = (lead: Lead): Instant =>
  isLive(lead) ? Math.min(alertDue(lead), alertStepDue(lead), clauseDue(lead)) : NEVER;

/** A clause of an attempt, whose clock runs; our alert has attempt 0. */
export interface ClockOf {
  readonly clause: ClauseName;
  readonly attempt: number;
}

/** The clock of a lead's clause, which runs to an instant of it. */
export interface RunningClock extends ClockOf {
  readonly leadId: string;
  readonly dueAt: Instant;
}

/** Of a lead that needs another owner: the deadline of the last one, who may keep it after all. */
const previousDue = (lead: Lead, clause: ClauseName, attempt: number): Instant => {
  const previous = lead.stage === 'qualified' || lead.stage === 'waiting' ? lead.previous : undefined;
  const running = previous?.owner.attempt === attempt ? previous.clause : undefined;
  return running?.name === clause && !running.breached ? running.dueAt : NEVER;
};

/**
 * When the clock of a clause must wake next; undefined when the lead has moved on: the clause has
 * ended, or another attempt runs. The alert's clock runs beside those of the owners.
 */
export const clockDue = (lead: Lead, { clause, attempt }: ClockOf, now: Instant): Instant | undefined => {
  if (!isLive(lead)) return undefined;
  const runs = clause !== 'alert' && isOwned(lead) && lead.clause?.name === clause && lead.owner.attempt === attempt;
  const ofAlert = () => Math.min(alertDue(lead), laterAlertStep(lead, now));
  const ofOwner = () => (runs ? clauseDue(lead) : previousDue(lead, clause, attempt));
  const at = clause === 'alert' ? ofAlert() : ofOwner();
  return at === NEVER ? undefined : at;
};

/** When a notice needs alert-rep again: at once and a minute on if nobody has seen it, else as its deliveries say. */
export const noticeRecheck = (lead: Lead): Instant =>
  lead.notices.reduce((soonest, notice, index) => {
    if (waitsForEarlier(notice, lead.notices.slice(0, index))) return soonest;
    if (isUnseen(notice)) return Math.min(soonest, notice.at + ROUTING_GRACE_MS);
    return notice.deliveries.reduce((at, d) => ('until' in d ? Math.min(at, d.until) : at), soonest);
  }, NEVER);

/**
 * When advance-clock must ask of a lead that is not for sales yet: it becomes hot by itself, or what waits for its
 * capture has waited for long enough.
 */
export const scoreRecheck = (lead: Lead): Instant =>
  lead.stage === 'nurture' ? (lead.lookAt ?? NEVER) : earlyUntil(lead);

/** The lead's `dueAt`: every live lead has one, and others while something may come due of them. */
export const nextRecheck = (lead: Lead): Recheck | undefined => {
  const urgent = Math.min(nextInstant(lead), noticeRecheck(lead));
  const at = Math.min(urgent, scoreRecheck(lead));
  if (!isLive(lead)) return at === NEVER ? undefined : { at, daily: false };
  const daily = lead.stage === 'waiting' ? lead.daily : isOwned(lead);
  return urgent <= lead.lookAt ? { at: urgent, daily: false } : { at: lead.lookAt, daily: daily && urgent === NEVER };
};
