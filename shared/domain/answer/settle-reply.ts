import type { Agreement, Rep } from '../agreement/agreement.ts';
import type { Inboxes, SentText } from '../alert/delivery/inbox.ts';
import { TEXTS } from '../alert/delivery/texts.ts';
import type { Decision } from '../lead/decision.ts';
import type { Lead, OwnedLead } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';
import { acceptLead, rejectLead } from './answer.ts';
import { type Answerer, isTheirs, mayAnswer } from './answerer.ts';
import { recordAttempt } from './record-attempt.ts';
import type { Reply } from './understand-reply.ts';

/** Several, where reps share a phone; in the agreement's order. */
export const ownersOf = ({ reps }: Agreement, phone: string): readonly [Rep, ...Rep[]] | undefined => {
  const [first, ...others] = Object.values(reps).filter((rep) => rep.phone === phone);
  return first && [first, ...others];
};

/** A reply as it came. */
export interface Received {
  readonly id: string;
  /** Epoch milliseconds, the same at each delivery. */
  readonly at: Instant;
  /** The message that it answers, where that is known. */
  readonly answered?: string;
}

/** A lead that waits for the answer of a rep who was asked by SMS. `L`: a lead as its caller keeps it. */
interface Question<L> {
  readonly rep: string;
  readonly kept: L;
  readonly lead: OwnedLead;
  /** The texts that asked for the answer. */
  readonly texts: readonly SentText[];
}

/** What a rep is told whose reply could not be applied. */
export type Help =
  | { readonly about: 'how' }
  /** Of so many that wait it is not certain which one is meant; of an unknown number, where not all are remembered. */
  | { readonly about: 'which'; readonly waiting?: number }
  | { readonly about: 'nothing' };

/** Whether a rep can say this of a lead now: an attempt to reach it is told until there was a contact. */
const fits = (reply: Reply, lead: Lead, who: Answerer): lead is OwnedLead =>
  reply.says === 'no-answer' ? isTheirs(lead, who) && lead.stage !== 'contacted' : mayAnswer(lead, who);

/** Leads of these texts that are still the rep's and that the reply can be about. Attempts begin anew with each cycle; texts of an earlier one ask nothing. */
const openQuestions = <L extends { readonly lead: Lead }>({
  reply,
  inboxes,
  leads,
}: Pick<ReplyCase<L>, 'reply' | 'inboxes' | 'leads'>): readonly Question<L>[] => {
  const open = new Map<string, Question<L>>();
  for (const [rep, { texts }] of Object.entries(inboxes)) {
    for (const text of texts) {
      for (const { leadId, attempt } of text.leads) {
        const kept = leads.get(leadId);
        if (kept === undefined) continue;
        const lead: Lead = kept.lead;
        if (!fits(reply, lead, { rep, attempt }) || text.at < lead.qualification.at) continue;
        open.set(leadId, { rep, kept, lead, texts: [...(open.get(leadId)?.texts ?? []), text] });
      }
    }
  }
  return [...open.values()];
};

/**
 * The texts that a reply can be an answer to: the one that it names, if that is one of ours; else those that are
 * no later than the reply, which may have waited in its queue while others went out. No second is allowed for
 * clocks that differ: between a text's instant and that of its answer lie two carriers and a reader.
 */
const textsMeant = (texts: readonly SentText[], { at, answered }: Received): readonly SentText[] => {
  const named = texts.filter(({ messageId }) => messageId !== undefined && messageId === answered);
  return named.length > 0 ? named : texts.filter((text) => text.at <= at);
};

/** It may have asked for leads that are not remembered. */
const mayBeCut = ({ leads }: SentText): boolean => leads.length >= TEXTS;

const answerBy = (
  reply: Exclude<Reply, { says: 'unclear' }>,
  { lead, who }: { readonly lead: OwnedLead; readonly who: Answerer },
  agreement: Agreement,
  now: Instant,
): Decision => {
  switch (reply.says) {
    case 'accept':
      return acceptLead(lead, who, agreement, now);
    case 'no-answer':
      return recordAttempt(lead, { who, attempted: { channel: 'call' } }, agreement, now);
    case 'reject': {
      const { reason, action } = reply;
      return rejectLead(lead, { who, why: { reason, action } }, agreement, now);
    }
  }
};

/** A reply, with all that it may be an answer to. */
interface ReplyCase<L> {
  readonly received: Received;
  readonly reply: Reply;
  /** Of all reps who have the phone that it came from. */
  readonly inboxes: Inboxes;
  /** The leads that the texts in the inboxes are about. */
  readonly leads: ReadonlyMap<string, L>;
}

/**
 * What a reply makes of the one lead that it can mean; help where it can mean none, or several. Once it got help it
 * answers nothing any more, for its writer was told so.
 */
export const settleReply = <L extends { readonly lead: Lead }>(
  { received, reply, inboxes, leads }: ReplyCase<L>,
  agreement: Agreement,
  now: Instant,
): { readonly before: L; readonly decision: Decision } | { readonly help: Help } => {
  const questions = openQuestions({ reply, inboxes, leads });
  const texts = Object.values(inboxes).flatMap((inbox) => inbox.texts);
  const someForgotten = texts.some(mayBeCut);
  if (questions.length === 0 && !someForgotten) return { help: { about: 'nothing' } };
  if (reply.says === 'unclear') return { help: { about: 'how' } };
  const meant = textsMeant(texts, received);
  const [question, ...others] = questions.filter((one) => one.texts.some((text) => meant.includes(text)));
  const isHelped = Object.values(inboxes).some(({ helped = [] }) => helped.some((one) => one.reply === received.id));
  if (question === undefined || others.length > 0 || meant.some(mayBeCut) || isHelped) {
    return { help: { about: 'which', ...(someForgotten ? {} : { waiting: questions.length }) } };
  }
  const { kept, lead, rep } = question;
  const who = { rep, attempt: lead.owner.attempt };
  return { before: kept, decision: answerBy(reply, { lead, who }, agreement, now) };
};
