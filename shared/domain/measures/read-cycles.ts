import type { Sla } from '../agreement/agreement.ts';
import { CLAUSE_RULES } from '../lead/clause-rules.ts';
import type { Fact, Touch } from '../lead/facts.ts';
import type { Instant } from '../time/instant.ts';
import { type Cycle, type CycleEnd, type Deal, newCycle } from './cycle.ts';
import { giveTouches } from './give-touches.ts';
import { breach, endRunning, meet, meetAll, meetClause, start } from './promises.ts';

/** A fact of a lead, and when it was told. */
export interface LeadFact {
  readonly at: Instant;
  readonly fact: Fact;
}

type OutcomeRecorded = Extract<Fact, { type: 'OutcomeRecorded' }>['data'];

const dealOf = ({ rep, owner, revenue, currency }: OutcomeRecorded, at: Instant): Deal => {
  const ofOwner = owner ?? rep;
  return {
    at,
    ...(ofOwner === undefined ? {} : { rep: ofOwner }),
    ...(revenue === undefined ? {} : { revenue }),
    ...(currency === undefined ? {} : { currency }),
  };
};

/** What is known of a lead after some of its facts: all that the next ones change. */
export interface Told {
  readonly leadId: string;
  readonly cycles: Cycle[];
  readonly touches: Touch[];
  /** Whose turn it is in the last cycle. */
  owner: { readonly rep: string; readonly attempt: number } | undefined;
}

/** Takes the next facts of a lead, in their order, into what is known of it. */
const tell = (told: Told, facts: readonly LeadFact[], sla: Sla): void => {
  const { leadId, cycles, touches } = told;

  const last = (): Cycle | undefined => cycles.at(-1);
  const open = (at: Instant): Cycle => {
    const known = last();
    if (known !== undefined && known.end === undefined) return known;
    const cycle = newCycle(leadId, at);
    cycles.push(cycle);
    told.owner = undefined;
    return cycle;
  };

  const end = (cycle: Cycle, how: CycleEnd, at: Instant): void => {
    cycle.end = { at, how };
    endRunning(cycle, at, true);
    told.owner = undefined;
  };

  /** Whoever answers has been alerted. */
  const answer = (cycle: Cycle, at: Instant): void => meetClause(cycle, { clause: 'alert', attempt: 0 }, at);

  const meetContact = (cycle: Cycle, rep: string | undefined, at: Instant): void => {
    answer(cycle, at);
    if (told.owner === undefined || sla.contact === undefined) return;
    // Of a lead that nobody had accepted, the clause is met in the instant in which it starts: no clock is told.
    meet(start(cycle, { clause: 'contact', attempt: told.owner.attempt }, rep, at), at);
  };

  const close = (data: OutcomeRecorded, at: Instant): void => {
    const before = last();
    const isGivenBack = before?.end?.how === 'recycled' || before?.end?.how === 'returned';
    if (!data.applied) {
      const cycle = before ?? open(at);
      const known = cycle.end?.how ?? (cycle.salesQualified === undefined ? undefined : 'sales-qualified');
      const isOfOutcome = known === 'won' || known === 'lost' || known === 'sales-qualified';
      const why = known === data.outcome ? 'repeated' : isOfOutcome ? 'contradictory' : 'afterEnd';
      cycle.unapplied.push({ at, why });
      return;
    }
    const cycle = before !== undefined && isGivenBack && data.outcome !== 'sales-qualified' ? before : open(at);
    const deal = dealOf(data, at);
    cycle.applied.push({ at, outcome: data.outcome, isLate: data.lateBy !== undefined });
    if (cycle.contacted !== undefined) cycle.verdict ??= deal;
    meetAll(cycle, at);
    if (data.outcome !== 'lost') cycle.salesQualified ??= deal;
    if (data.outcome === 'sales-qualified') return;
    cycle[data.outcome] = deal;
    end(cycle, data.outcome, at);
  };

  const take = ({ at, fact }: LeadFact): void => {
    switch (fact.type) {
      case 'LeadTouched':
        touches.push(...fact.data.touches);
        return;
      case 'LeadScored': {
        touches.push(...(fact.data.touches ?? []));
        const cycle = open(at);
        if (fact.data.grade === 'hot') cycle.hotAt ??= at;
        return;
      }
      case 'LeadIncomplete': {
        const cycle = open(at);
        cycle.hotAt ??= at;
        cycle.incompleteAt ??= at;
        return;
      }
      case 'LeadQualified': {
        const cycle = open(at);
        const { by, reasons: _, ...how } = fact.data;
        if (by === undefined) cycle.hotAt ??= at;
        cycle.qualified ??= { at, ...how };
        return;
      }
      case 'LeadAssigned': {
        const cycle = open(at);
        const { rep, attempt, territory, from, decision } = fact.data;
        if (from !== undefined) cycle.takenAway.push({ at, rep: from });
        endRunning(cycle, at, false);
        const isManager = decision.by === 'manager';
        cycle.assignments.push({ at, rep, attempt, isManager });
        cycle.lastOwner = rep;
        if (territory !== '') cycle.territory = territory;
        // A manager gets the lead as accepted.
        if (isManager) cycle.accepted ??= { at, rep };
        told.owner = { rep, attempt };
        return;
      }
      case 'LeadWaiting':
        if (fact.data.territory !== '') open(at).territory = fact.data.territory;
        return;
      case 'ClockStarted':
        start(open(at), fact.data, told.owner?.rep, at);
        return;
      case 'RepAlerted': {
        const cycle = last();
        if (cycle === undefined || !CLAUSE_RULES.alert.metBy(fact)) return;
        cycle.alertedAt ??= at;
        answer(cycle, at);
        return;
      }
      case 'LeadAccepted': {
        const cycle = open(at);
        const { rep, attempt } = fact.data;
        cycle.accepted ??= { at, rep };
        answer(cycle, at);
        meetClause(cycle, { clause: 'accept', attempt }, at);
        return;
      }
      case 'LeadRejected': {
        const cycle = open(at);
        const { rep, attempt, reason, action } = fact.data;
        cycle.rejections.push({ at, rep, reason, action });
        answer(cycle, at);
        meetClause(cycle, { clause: 'accept', attempt }, at);
        if (action === 'reassign') endRunning(cycle, at, false);
        if (action === 'return-to-marketing') {
          cycle.returned = { at, rep };
          end(cycle, 'returned', at);
        }
        if (action === 'close') {
          cycle.closed = { at, rep };
          end(cycle, 'closed', at);
        }
        return;
      }
      case 'LeadEscalated': {
        const { step, rep } = fact.data;
        const cycle = last();
        if (cycle === undefined || step !== 'reassign' || rep === undefined) return;
        cycle.takenAway.push({ at, rep });
        endRunning(cycle, at, false);
        return;
      }
      case 'SlaBreached': {
        const cycle = last();
        const { clause, attempt, rep, dueAt } = fact.data;
        if (cycle !== undefined) breach(start(cycle, { clause, attempt }, rep, at), Date.parse(dueAt));
        return;
      }
      case 'ContactRecorded': {
        const { applied, rep } = fact.data;
        if (!applied) return;
        const cycle = open(at);
        cycle.contacted ??= { at, ...(rep === undefined ? {} : { rep }) };
        meetContact(cycle, rep, at);
        return;
      }
      case 'ContactAttemptRecorded':
        if (fact.data.counted) meetContact(open(at), fact.data.rep, at);
        return;
      case 'LeadSuggested': {
        const cycle = last();
        if (cycle !== undefined) cycle.suggested = { at, ...fact.data, since: Date.parse(fact.data.since) };
        return;
      }
      case 'ContentSent':
        last()?.sent.push(fact.data.contentId);
        return;
      case 'OutcomeRecorded':
        close(fact.data, at);
        return;
      case 'LeadRecycled': {
        const cycle = last();
        if (cycle === undefined || cycle.end !== undefined) return;
        const { rep } = fact.data;
        cycle.recycled = { at, ...(rep === undefined ? {} : { rep }) };
        if (rep !== undefined && cycle.contacted !== undefined) {
          cycle.verdict ??= { at, rep };
          for (const promise of cycle.promises) if (promise.clause === 'verdict') meet(promise, at);
        }
        end(cycle, 'recycled', at);
        return;
      }
      case 'LeadForgotten': {
        const cycle = last();
        if (cycle === undefined || cycle.end !== undefined) return;
        cycle.closed = { at };
        end(cycle, 'closed', at);
        return;
      }
      case 'LeadFieldsIgnored':
      case 'LeadLeftWithOwner':
        return;
    }
  };

  for (const fact of facts) take(fact);
  giveTouches(cycles, touches);
};

/** What is known after more facts; what was known before stays as it is. */
export const tellOn = (before: Readonly<Told>, facts: readonly LeadFact[], sla: Sla): Told => {
  const { leadId, cycles, touches, owner } = structuredClone(before);
  const told: Told = { leadId, cycles, touches, owner };
  tell(told, facts, sla);
  return told;
};

/** The cycles of one lead, from its facts in their order. */
export const readCycles = (leadId: string, facts: readonly LeadFact[], sla: Sla): readonly Cycle[] => {
  const told: Told = { leadId, cycles: [], touches: [], owner: undefined };
  tell(told, facts, sla);
  return told.cycles;
};
