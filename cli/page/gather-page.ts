import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import { type Instant, toIso } from '../../shared/domain/time/instant.ts';
import { CHANNEL_NAMES } from '../../shared/domain/vocabulary/channels.ts';
import type { SentMessage } from '../../shared/pages/measures/lead-history-page.tsx';
import type { OutgoingMessage } from '../../shared/ports/messenger.ts';
import { type FactGatherer, gatherFacts } from '../report/gather-facts.ts';

/** Keeps what the page shows: what a report counts, and of each lead its facts and messages. */
export interface PageGatherer extends FactGatherer {
  message(message: OutgoingMessage, at: Instant): void;
  factsOf(leadId: string): readonly FactEvent[];
  messagesOf(leadId: string): readonly SentMessage[];
}

const push = <T>(lists: Map<string, T[]>, key: string, one: T): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [one]);
  else list.push(one);
};

const textOf = (message: OutgoingMessage): string =>
  'subject' in message ? `${message.subject}\n\n${message.text}` : message.text;

export const gatherPage = (repName: (rep: string) => string): PageGatherer => {
  const counted = gatherFacts();
  const facts = new Map<string, FactEvent[]>();
  const messages = new Map<string, SentMessage[]>();
  return {
    ...counted,
    fact: (event) => {
      counted.fact(event);
      const { leadId } = event.detail;
      if (leadId !== undefined) push(facts, leadId, event);
    },
    message: (message, at) => {
      const { rep, channel, leadIds } = message;
      const sent = {
        at: toIso(at),
        to: rep === null ? 'marketing' : repName(rep),
        by: CHANNEL_NAMES[channel],
        text: textOf(message),
      };
      for (const leadId of leadIds) push(messages, leadId, sent);
    },
    factsOf: (leadId) =>
      (facts.get(leadId) ?? []).toSorted((a, b) => (a.detail.sequence ?? 0) - (b.detail.sequence ?? 0)),
    messagesOf: (leadId) => messages.get(leadId) ?? [],
  };
};
