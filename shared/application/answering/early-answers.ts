import { readInbound } from '../../contracts/events/read-inbound.ts';
import { effectsOf } from '../../domain/effects/effects-of.ts';
import type { Decision } from '../../domain/lead/decision.ts';
import { keepEarly } from '../../domain/lead/early-answers.ts';
import type { Effect } from '../../domain/lead/effect.ts';
import type { EarlyAnswer } from '../../domain/lead/lead.ts';
import type { Rules } from '../../domain/rules.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import { findOrCreateLead } from '../documents/find-lead.ts';
import type { Applied, Arrival } from '../receive-inbound.ts';
import type { Refusal } from '../refuse.ts';
import { answerByEvent, refuseData } from './answer-by-event.ts';
import { NO_LEAD, refusalOf } from './waited-in-vain.ts';

/*
 * The bus keeps no order: an answer or an outcome may come before the capture of its lead. It is kept with what is
 * known of the address, and applied by the commit of the capture.
 */

/** Keeps an answer to an address of which there is no capture yet. */
export const keepForCapture = async (
  event: { readonly id: string; readonly email: string },
  { receipt, line, now }: Arrival,
  ports: DecisionPorts,
): Promise<Applied> => {
  const { identity, ...before } = await findOrCreateLead(ports, event.email);
  // It was captured in this instant: what is loaded next is the lead.
  if (before.lead.stage !== 'uncaptured') return 'conflict';
  const lead = keepEarly(before.lead, line, now);
  if (lead === undefined) return refuseData('email', NO_LEAD);
  const made = { before, decision: { lead, facts: [] }, cause: event, now };
  return commitDecision(ports.store, made, [receipt, ...identity]);
};

/** A decision with all that had waited for it, in the order in which it came. */
export const withEarly = (
  captured: Decision,
  early: readonly EarlyAnswer[],
  rules: Rules,
  now: Instant,
): { readonly decision: Decision; readonly effects: readonly Effect[]; readonly refusals: readonly Refusal[] } => {
  const { sequence } = captured.lead;
  const refusals: Refusal[] = [];
  // Of each answer on its own: an owner by one may be the past owner by the next.
  const effects: Effect[] = [];
  let decision = captured;
  for (const { line } of early) {
    const reading = readInbound(line);
    // Messages that are owed are known by the sequence of the facts before them.
    const lead = { ...decision.lead, sequence: sequence + decision.facts.length };
    const answered = reading.ok ? answerByEvent(reading.event, lead, rules, now) : { refused: reading.problems };
    if ('refused' in answered) refusals.push(refusalOf(line, answered.refused));
    else {
      effects.push(...effectsOf(lead, answered));
      decision = { lead: answered.lead, facts: [...decision.facts, ...answered.facts] };
    }
  }
  return { decision, effects, refusals };
};
