import type { Decision } from '../lead/decision.ts';
import { ROUTING_GRACE_MS } from '../lead/grace.ts';
import type { LeadBase, LiveLead, Owned, Qualified, Waiting } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';

/** Whom the step `tell-manager` tells of a lead; undefined where nobody is its manager. */
export type ManagerOf = (lead: LiveLead) => string | undefined;

export interface AlertStepAsked {
  /** The place that the step's fact takes in the lead's sequence. */
  readonly sequence: number;
  readonly now: Instant;
  readonly managerOf: ManagerOf;
}

type Unowned = LeadBase & (Qualified | Waiting);

/**
 * The first step of our alert that is left, of a lead that nobody owns. `assign-manager` marks the lead, and the fact has
 * it routed.
 */
export const takeAlertStep = (
  lead: Exclude<LiveLead, Owned> & Unowned,
  { sequence, now, managerOf }: AlertStepAsked,
): Decision | undefined => {
  const { steps: [step, ...later] = [], ...alert } = lead.qualification.alert;
  if (step === undefined) return undefined;
  const left = { ...alert, ...(later.length === 0 ? {} : { steps: later }) };
  const after: Unowned = { ...lead, qualification: { ...lead.qualification, alert: left } };
  const { attempt } = lead;
  const facts = [{ type: 'LeadEscalated', data: { clause: 'alert', step: step.do, attempt } } as const];
  switch (step.do) {
    case 'tell-manager': {
      const rep = managerOf(lead);
      if (rep === undefined) return { lead: after, facts };
      const notice = { sequence, purpose: 'tell-manager', rep, attempt, at: now, deliveries: [] } as const;
      return { lead: { ...after, notices: [...after.notices, notice] }, facts };
    }
    case 'assign-manager': {
      // Should the fact be lost, watch-clocks has the lead routed a minute later.
      const wanted = { forManager: true, lookAt: Math.min(lead.lookAt, now + ROUTING_GRACE_MS) } as const;
      const marked: Unowned =
        after.stage === 'waiting' ? { ...after, ...wanted, daily: false } : { ...after, ...wanted };
      return { lead: marked, facts };
    }
  }
};
