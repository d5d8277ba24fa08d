import type { Agreement, Rep, Territory } from '../../../shared/domain/agreement/agreement.ts';
import { newLead } from '../../../shared/domain/capture/record-behaviour.ts';
import type { Lead } from '../../../shared/domain/lead/lead.ts';
import { routeLead } from '../../../shared/domain/routing/route-lead.ts';
import { EMPTY_ROUTING_STATE } from '../../../shared/domain/routing/routing-state.ts';
import type { Rules } from '../../../shared/domain/rules.ts';
import { endOfQuiet } from '../../../shared/domain/time/quiet-hours.ts';
import { isOpen } from '../../../shared/domain/time/working-time.ts';
import type { DecidedBy } from '../../../shared/domain/vocabulary/decided-by.ts';
import { MINUTE } from './small-agreement.ts';

/*
 * Whether a lead that comes at an instant is alerted in time, found out the long way: it is routed, looked at whenever
 * routing wants to be asked again, and each message is tried minute by minute.
 */

const isHeldBack = ({ channels, quiet, schedule }: Rep, at: number): boolean =>
  channels.every((channel) => channel === 'sms') &&
  quiet !== undefined &&
  endOfQuiet(schedule.zone, quiet, at) !== undefined;

const isAlerted = (rep: Rep, from: number, until: number): boolean => {
  for (let at = from; at <= until; at += MINUTE) if (!isHeldBack(rep, at)) return true;
  return false;
};

const isAtWork = ({ schedule }: Rep, from: number, until: number): boolean => {
  for (let at = from; at <= until; at += MINUTE) if (isOpen(schedule, at)) return true;
  return false;
};

interface MayGetIt {
  readonly rep: Rep;
  readonly by: DecidedBy;
}

/** Everybody whose turn it may be, by the decision record. */
const mayGetIt = (reps: Agreement['reps'], facts: ReturnType<typeof routeLead>['facts']): readonly MayGetIt[] =>
  facts.flatMap((fact) => {
    if (fact.type !== 'LeadAssigned') return [];
    const { by } = fact.data.decision;
    const able = fact.data.decision.reps.flatMap((one) => ('virtualTime' in one ? [reps[one.rep]] : []));
    return [reps[fact.data.rep], ...able].flatMap((rep) => (rep === undefined ? [] : [{ rep, by }]));
  });

/** On call everybody is alerted at any hour; a manager has heard of it once they are at work. */
const hears = ({ rep, by }: MayGetIt, from: number, until: number): boolean =>
  by === 'on-call' || (isAlerted(rep, from, until) && (by !== 'manager' || isAtWork(rep, from, until)));

/** Whether whoever gets the lead is sure to be alerted within the promise. */
export const isKeptAt = (rules: Rules, only: Territory, cameAt: number): boolean => {
  const { reps, sla } = rules.agreement;
  const dueAt = cameAt + sla.alert.withinMs;
  const stepMs = sla.alert.steps.find((step) => step.do === 'assign-manager')?.atMs ?? Number.POSITIVE_INFINITY;
  const stepAt = cameAt + stepMs;
  let lead: Lead = {
    ...newLead('lead', 'lead@x.example'),
    stage: 'qualified',
    qualification: { at: cameAt, score: 60, reasons: [], alert: { dueAt, state: 'pending' } },
    lookAt: cameAt,
  };
  for (let now = cameAt; now <= dueAt; ) {
    const asked = now >= stepAt ? { ...lead, forManager: true as const } : lead;
    const routing = routeLead(asked, {
      state: EMPTY_ROUTING_STATE,
      rules: { ...rules, territoryOf: () => only },
      now,
    });
    const able = mayGetIt(reps, routing.facts);
    if (able.length > 0) return able.every((one) => hears(one, now, dueAt));
    lead = routing.lead;
    if (lead.stage !== 'waiting') return false;
    now = Math.max(now < stepAt ? Math.min(lead.lookAt, stepAt) : lead.lookAt, now + 1);
  }
  return false;
};
