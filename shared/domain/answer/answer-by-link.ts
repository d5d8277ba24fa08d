import type { Agreement } from '../agreement/agreement.ts';
import { mayReject } from '../lead/clause-rules.ts';
import type { Decision } from '../lead/decision.ts';
import type { OwnedLead } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainAnswer } from '../vocabulary/link-answers.ts';
import type { LinkOver } from '../vocabulary/link-over.ts';
import { agreedReason } from './agreed-reason.ts';
import { acceptLead, closeLead, recordContact, recycleLead, rejectLead } from './answer.ts';
import { recordAttempt } from './record-attempt.ts';
import { recordSent } from './record-sent.ts';

/** What the page behind a link offers its rep. */
export type LinkAnswer =
  | { readonly answer: PlainAnswer }
  | { readonly answer: 'reject'; readonly reason: string; readonly note?: string }
  | { readonly answer: 'sent'; readonly content: string };

/** The answer that a link which is over has had already, if it is over by an answer. */
const ANSWER_THAT_ENDED: Readonly<Partial<Record<LinkOver | 'unknown', LinkAnswer['answer']>>> = {
  'given-back': 'reject',
  settled: 'qualified',
  recycled: 'not-now',
};

/** Whether an answer that comes too late is the one that was recorded, such as by a form that was sent twice. */
export const isRepeated = (answer: LinkAnswer['answer'], why: LinkOver | 'unknown'): boolean =>
  ANSWER_THAT_ENDED[why] === answer;

/** Why an answer changes nothing, where the rep should do something else instead. */
export type LinkRefusal = 'unknown-reason' | 'unknown-content' | 'accepted-before';

/**
 * Answers for the owner of a lead that the link is open for: the same decisions as for an answer from a CRM.
 * One that was given before, such as by a form sent twice, is a no-op.
 */
export const answerByLink = (
  lead: OwnedLead,
  given: LinkAnswer,
  agreement: Agreement,
  now: Instant,
): Decision | { readonly refused: LinkRefusal } => {
  switch (given.answer) {
    case 'accept':
      return acceptLead(lead, lead.owner, agreement, now);
    case 'reject': {
      if (!mayReject(lead)) return { refused: 'accepted-before' };
      const { reason, note } = given;
      const agreed = agreedReason(agreement.sla, reason);
      if (agreed === undefined) return { refused: 'unknown-reason' };
      const why = { ...agreed, ...(note === undefined ? {} : { note }) };
      return rejectLead(lead, { who: lead.owner, why }, agreement, now);
    }
    case 'contacted':
      return lead.stage === 'contacted' ? { lead, facts: [] } : recordContact(lead, {}, agreement, now);
    case 'no-answer':
      return recordAttempt(lead, { who: lead.owner, attempted: { channel: 'call' } }, agreement, now);
    case 'sent':
      return agreement.content.some(({ id }) => id === given.content)
        ? recordSent(lead, given.content, agreement, now)
        : { refused: 'unknown-content' };
    case 'qualified':
      return closeLead(lead, { outcome: 'sales-qualified' }, now);
    case 'not-now':
      return recycleLead(lead, 'not now', now);
  }
};
