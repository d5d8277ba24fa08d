import type { Rep } from '../../domain/agreement/agreement.ts';
import { composeAnswered, composeMovedOn, type SlackText } from '../../domain/alert/channels/slack/compose-slack.ts';
import { type Posted, postedOf } from '../../domain/alert/channels/slack/posted.ts';
import { handoverOf, readerOf } from '../../domain/alert/text/handover-of.ts';
import { isOpenFor, sinceQualified, whyOver } from '../../domain/answer/link-standing.ts';
import type { FactEvent } from '../../domain/lead/fact-event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { type AlertedPurpose, PURPOSE_RULES } from '../../domain/vocabulary/purposes.ts';
import { PAGE_TEXTS } from '../../pages/texts/page-texts.ts';
import type { UpdatingPorts } from '../../ports/ports.ts';
import { findLead } from '../documents/find-lead.ts';
import { latestFacts } from '../documents/latest-facts.ts';
import { linkFor } from './link-for.ts';

/** What was posted for an earlier attempt than the last was written anew when that one began. */
const ATTEMPTS = 2;

/** Slack did not change a message, and may do so later. */
export class ChatNotUpdated extends Error {
  readonly code = 'CHAT_NOT_UPDATED';
  constructor() {
    super('Slack did not change what was posted; it is tried again.');
    this.name = 'ChatNotUpdated';
  }
}

interface PostedAlert {
  readonly posted: Posted;
  readonly rep: string;
  readonly attempt: number;
}

/** Managers, and whoever is only told something, get no buttons. A digest may come to a single lead. */
const asksOwner = (purpose: AlertedPurpose): boolean => purpose === 'digest' || PURPOSE_RULES[purpose].opens === 'lead';

/** What asked its owner for an answer about this lead alone: by the facts, which name its place. */
const postedIn = (facts: readonly FactEvent[]): readonly PostedAlert[] =>
  sinceQualified(facts).flatMap(({ detail: { data } }) => {
    if (!('messageId' in data) || !('purpose' in data) || !asksOwner(data.purpose)) return [];
    const { messageId, rep, attempt } = data;
    const posted = messageId === undefined ? undefined : postedOf(messageId);
    return posted === undefined ? [] : [{ posted, rep, attempt }];
  });

/** What a message says now; undefined while it still asks. */
const textOf = async (
  lead: Lead,
  { rep, attempt }: PostedAlert,
  { facts, reader, now }: { readonly facts: readonly FactEvent[]; readonly reader: Rep; readonly now: Instant },
  ports: UpdatingPorts,
): Promise<SlackText | undefined> => {
  const { agreement } = ports.rules;
  const link = { leadId: lead.id, cycle: lead.cycle, attempt, rep, expiresAt: Number.POSITIVE_INFINITY };
  const to = readerOf(reader);
  const texts = PAGE_TEXTS[to.language];
  const handover = (url?: string) => handoverOf(lead, { purpose: 'alert', rep }, to, { agreement, now, link: url });
  if (!isOpenFor(lead, link, now)) return composeMovedOn(handover(), texts.notices[whyOver(lead, link, facts, now)]);
  if (lead.stage === 'assigned') return undefined;
  // Of the link in the message only a hash is kept: whoever has accepted gets another one.
  const notice = { purpose: 'alert', rep, attempt, sequence: lead.sequence, at: now, deliveries: [] } as const;
  const made = linkFor(lead, notice, now, ports);
  if (made !== undefined) await ports.store.commit([made.write]);
  return composeAnswered(handover(made?.link), texts.headings[lead.stage]);
};

/** Writes anew what was posted about a lead, by what is true now: late and repeated facts do no harm. Throws ChatNotUpdated. */
export const updatePosted = async (leadId: string, ports: UpdatingPorts): Promise<void> => {
  const found = await findLead(ports.store, leadId);
  if (found === undefined) return;
  const { lead } = found;
  const facts = await latestFacts(ports.store, lead);
  const now = ports.time.now();
  let isLate = false;
  for (const alert of postedIn(facts)) {
    const reader = ports.rules.agreement.reps[alert.rep];
    if (reader?.slack === undefined || alert.attempt <= lead.attempt - ATTEMPTS) continue;
    const text = await textOf(lead, alert, { facts, reader, now }, ports);
    const became = text === undefined ? 'done' : await ports.chatUpdates.update(alert.posted, text);
    if (became === 'refused') ports.observer.warn('Slack did not change a message', { leadId });
    isLate ||= became === 'later';
  }
  // Slack may have made us wait: what was written then may be older than what somebody else wrote meanwhile.
  const after = await findLead(ports.store, leadId);
  if (isLate || after?.version !== found.version) throw new ChatNotUpdated();
};
