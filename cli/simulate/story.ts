import { plot, time } from '../../shared/application/history/plot.ts';
import { readFact } from '../../shared/contracts/events/facts.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import { nameOfLead } from '../../shared/domain/lead/name-of-lead.ts';
import { type Instant, type IsoInstant, toIso } from '../../shared/domain/time/instant.ts';
import { CHANNEL_NAMES } from '../../shared/domain/vocabulary/channels.ts';
import type { OutgoingMessage } from '../../shared/ports/messenger.ts';
import type { Embedded } from '../../simulator/embedded.ts';

/** Tells facts and messages to a person, as they happen; what is told of in another line gives none. */
export interface Story {
  fact(fact: FactEvent, runtime: Embedded): string | undefined;
  message(message: OutgoingMessage, at: Instant): string;
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });

/** As people speak of a lead; the address when they do not know the name. */
export const storyOf = (agreement: Agreement): Story => {
  const nameOf = (rep: string): string => agreement.reps[rep]?.name ?? rep;
  let day = '';
  let mailed = false;
  const tell = (at: IsoInstant, text: string): string => {
    const today = at.slice(0, 10);
    const heading = today === day ? '' : `${day === '' ? '' : '\n'}${DAY.format(new Date(at))}, times in UTC\n\n`;
    day = today;
    return `${heading}${time(at)}  ${text}`;
  };
  /** The first message with a subject in full; of the others the subject says enough. */
  const shown = (message: OutgoingMessage): string => {
    if (!('subject' in message)) return message.text;
    if (mailed) return message.subject;
    mailed = true;
    const body = message.text.trimEnd().split('\n');
    return [message.subject, ...body].join('\n         | ');
  };
  return {
    fact: (event, runtime) => {
      const { leadId } = event.detail;
      const lead = leadId === undefined ? undefined : runtime.store.lead(leadId);
      const told = plot(readFact(event), nameOfLead(lead), nameOf);
      return told === undefined ? undefined : tell(event.time, told);
    },
    message: (message, at) => {
      const { rep, channel, purpose } = message;
      return tell(
        toIso(at),
        `  -> ${CHANNEL_NAMES[channel]} to ${rep === null ? 'marketing' : nameOf(rep)} (${purpose}): ${shown(message)}`,
      );
    },
  };
};
