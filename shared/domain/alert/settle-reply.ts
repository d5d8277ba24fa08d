import type { Agreement, Rep } from '../agreement/agreement.ts';
import { acceptLead, mayAnswer, rejectLead } from '../lead/answer.ts';
import type { Decision, Lead, OwnedLead } from '../lead/lead.ts';
import type { Inboxes } from './claim.ts';
import type { Reply } from './understand-reply.ts';

/** Several, where reps share a phone; in the agreement's order. */
export const ownersOf = ({ reps }: Agreement, phone: string): readonly [Rep, ...Rep[]] | undefined => {
  const [first, ...others] = Object.values(reps).filter((rep) => rep.phone === phone);
  return first && [first, ...others];
};

/** A lead that waits for the answer of a rep who was asked by SMS. `L`: a lead as its caller keeps it. */
interface Question<L> {
  readonly rep: string;
  readonly kept: L;
  readonly lead: OwnedLead;
  /** Of the SMS that asked. */
  readonly messageIds: readonly string[];
}

/** What a rep is told whose reply could not be applied. */
export type Help =
  | { readonly about: 'how' }
  /** Of so many that wait it is not certain which one is meant. */
  | { readonly about: 'which'; readonly waiting: number }
  | { readonly about: 'nothing' };

/** Leads of these texts that are still the rep's and unanswered. Attempts begin anew with each cycle; texts of an earlier one ask nothing. */
const openQuestions = <L extends { readonly lead: Lead }>(
  inboxes: Inboxes,
  leads: ReadonlyMap<string, L>,
): readonly Question<L>[] => {
  const open = new Map<string, Question<L>>();
  for (const [rep, { texts }] of Object.entries(inboxes)) {
    for (const { messageId, at, leads: asked } of texts) {
      for (const { leadId, attempt } of asked) {
        const kept = leads.get(leadId);
        if (kept === undefined) continue;
        const lead: Lead = kept.lead;
        if (!mayAnswer(lead, { rep, attempt }) || at < lead.qualification.at) continue;
        open.set(leadId, { rep, kept, lead, messageIds: [...(open.get(leadId)?.messageIds ?? []), messageId] });
      }
    }
  }
  return [...open.values()];
};

/** Those of the message that is answered, if it was one of ours; else all. */
const meantOf = <L>(
  questions: readonly Question<L>[],
  inboxes: Inboxes,
  answered: string | undefined,
): readonly Question<L>[] => {
  const isOurs = Object.values(inboxes).some(({ texts }) => texts.some(({ messageId }) => messageId === answered));
  if (answered === undefined || !isOurs) return questions;
  return questions.filter(({ messageIds }) => messageIds.includes(answered));
};

/**
 * What a reply makes of the one lead that it can mean; help where it can mean none, or several. `inboxes` are of
 * the phone's owners, `answered` is the message that they answer, where that is known.
 */
export const settleReply = <L extends { readonly lead: Lead }>(
  reply: Reply,
  answered: string | undefined,
  inboxes: Inboxes,
  leads: ReadonlyMap<string, L>,
  agreement: Agreement,
  now: number,
): { readonly before: L; readonly decision: Decision } | { readonly help: Help } => {
  const questions = openQuestions(inboxes, leads);
  if (questions.length === 0) return { help: { about: 'nothing' } };
  if (reply.says === 'unclear') return { help: { about: 'how' } };
  const [question, ...others] = meantOf(questions, inboxes, answered);
  if (question === undefined || others.length > 0) return { help: { about: 'which', waiting: questions.length } };
  const { kept, lead, rep } = question;
  const who = { rep, attempt: lead.owner.attempt };
  const decision =
    reply.says === 'accept'
      ? acceptLead(lead, who, agreement, now)
      : rejectLead(lead, who, { reason: reply.reason, action: reply.action }, agreement, now);
  return { before: kept, decision };
};
