import { readFact } from '../shared/contracts/events/facts.ts';
import type { Agreement } from '../shared/domain/agreement/agreement.ts';
import type { FactEvent } from '../shared/domain/lead/fact-event.ts';
import type { Fact, Refused } from '../shared/domain/lead/facts.ts';
import type { OutgoingMessage } from '../shared/ports/messenger.ts';
import type { Embedded } from '../shared/runtime/embedded/embedded.ts';

/** Tells facts and messages to a person, as they happen; what is told of in another line gives none. */
export interface Story {
  fact(fact: FactEvent, runtime: Embedded): string | undefined;
  message(message: OutgoingMessage, at: number): string;
}

const clock = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)}`;

const reasons = (named: readonly { readonly name: string }[]): string =>
  named
    .slice(0, 3)
    .map(({ name }) => name)
    .join(', ');

const plot = (fact: Fact | Refused, nameOf: (rep: string) => string): string | undefined => {
  switch (fact.type) {
    case 'LeadQualified':
      return `is hot with ${fact.data.score} points: ${reasons(fact.data.reasons)}`;
    case 'LeadIncomplete':
      return `is hot, but marketing may not pass it on without ${fact.data.missing.join(', ')}`;
    case 'LeadAssigned': {
      const { decision, territory, attempt } = fact.data;
      return `goes to ${nameOf(fact.data.rep)} (${territory}, by ${decision.by}${attempt > 1 ? `, owner ${attempt}` : ''})`;
    }
    case 'LeadWaiting':
      return `waits in line: ${fact.data.why.replaceAll('-', ' ')}, next look ${clock(fact.data.dueAt)}`;
    case 'LeadAccepted':
      return `is accepted by ${nameOf(fact.data.rep)}${fact.data.lateBy ? `, late by ${fact.data.lateBy}` : ''}`;
    case 'LeadRejected':
      return `is rejected by ${nameOf(fact.data.rep)}: ${fact.data.reason}`;
    case 'LeadEscalated':
      return `escalates: ${fact.data.step.replaceAll('-', ' ')} (${fact.data.clause}, ${nameOf(fact.data.rep)})`;
    case 'SlaBreached':
      return `SLA broken: ${fact.data.clause} by ${fact.data.party}, was due ${clock(fact.data.dueAt)}`;
    case 'ContactRecorded':
      return fact.data.applied ? 'is contacted' : undefined;
    case 'OutcomeRecorded':
      return fact.data.applied ? `ends: ${fact.data.outcome}` : undefined;
    case 'LeadRecycled':
      return `goes back to marketing: ${fact.data.why}`;
    case 'LeadRefused':
      return `refused: ${fact.data.problems.map(({ path, message }) => `${path || 'line'} ${message}`).join('; ')}`;
    case 'RepAlerted':
      return fact.data.failure === undefined
        ? undefined
        : `no ${fact.data.channel} to ${nameOf(fact.data.rep)}: ${fact.data.failure}`;
    case 'LeadScored':
    case 'ClockStarted':
      return undefined;
  }
};

export const storyOf = (agreement: Agreement): Story => {
  const nameOf = (rep: string): string => agreement.reps[rep]?.name ?? rep;
  return {
    fact: (event, runtime) => {
      const { time, detail } = event;
      const told = plot(readFact(event), nameOf);
      if (told === undefined) return undefined;
      const lead = detail.leadId === undefined ? undefined : runtime.store.lead(detail.leadId);
      return `${clock(time)}  ${lead?.email ?? 'a line'} ${told}`;
    },
    message: ({ rep, channel, purpose, text, ...message }, at) => {
      const shown = 'subject' in message ? message.subject : text;
      return `${clock(new Date(at).toISOString())}    → ${channel} to ${nameOf(rep)} [${purpose}] ${shown}`;
    },
  };
};
