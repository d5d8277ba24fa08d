import type { ClauseName } from '../agreement/agreement.ts';
import { isLive, isOwned, type Lead, type LiveLead } from '../lead/lead.ts';

/** When somebody must look at a lead again; `daily` when nothing is expected then but a change of the agreement. */
export interface Look {
  readonly at: number;
  readonly daily: boolean;
}

/** The clock that runs for a lead now: one clause of one attempt, and its next instant. */
export interface CurrentClock {
  readonly clause: ClauseName;
  readonly attempt: number;
  readonly at: number;
}

const alertDue = (lead: LiveLead): number =>
  lead.qualification.alert.state === 'pending' ? lead.qualification.alert.dueAt : Number.POSITIVE_INFINITY;

/** The next instant of the lead's running clause, the alert's deadline among them; undefined when all are past. */
export const currentClock = (lead: Lead): CurrentClock | undefined => {
  if (!isLive(lead)) return undefined;
  const alert = alertDue(lead);
  if (isOwned(lead) && lead.clause !== undefined) {
    const deadline = lead.clause.breached ? Number.POSITIVE_INFINITY : lead.clause.dueAt;
    const at = Math.min(alert, deadline, lead.clause.steps[0]?.at ?? Number.POSITIVE_INFINITY);
    if (at !== Number.POSITIVE_INFINITY) return { clause: lead.clause.name, attempt: lead.owner.attempt, at };
    return undefined;
  }
  return alert === Number.POSITIVE_INFINITY ? undefined : { clause: 'alert', attempt: lead.attempt, at: alert };
};

/** When a notice needs alert-rep again: at once and a minute on if nobody has seen it, else as its deliveries say. */
export const noticeLook = (lead: Lead): number =>
  lead.notices.reduce((soonest, notice) => {
    if (notice.deliveries.length === 0) return Math.min(soonest, notice.at + ROUTING_GRACE_MS);
    return notice.deliveries.reduce((at, d) => ('until' in d ? Math.min(at, d.until) : at), soonest);
  }, Number.POSITIVE_INFINITY);

/** How long an event-driven function may take before watch-clocks does its work again. */
export const ROUTING_GRACE_MS = 60_000;

export const DAY_MS = 86_400_000;

/** The lead's `dueAt`: every live lead has one, and so has any to which a message is owed. */
export const nextLook = (lead: Lead): Look | undefined => {
  const urgent = Math.min(currentClock(lead)?.at ?? Number.POSITIVE_INFINITY, noticeLook(lead));
  if (!isLive(lead)) return urgent === Number.POSITIVE_INFINITY ? undefined : { at: urgent, daily: false };
  const daily = lead.stage === 'waiting' ? lead.daily : isOwned(lead);
  return urgent <= lead.lookAt ? { at: urgent, daily: false } : { at: lead.lookAt, daily };
};
