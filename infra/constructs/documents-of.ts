import type { FunctionName } from '../../shared/contracts/functions.ts';
import type { DocumentType } from '../../shared/domain/documents.ts';

/** Of a decision on a lead, what it may change beside it. */
const OF_DECISIONS = ['lead', 'rep', 'account', 'ledger', 'inbox'] as const satisfies readonly DocumentType[];

/** Which documents each function loads, and commits if it decides. test/infra/permissions.test.ts finds them in its code. */
export const DOCUMENTS_OF: Readonly<Record<FunctionName, readonly DocumentType[]>> = {
  'score-lead': [...OF_DECISIONS, 'identity', 'visitor', 'receipt', 'refusal'],
  'record-answer': [...OF_DECISIONS, 'identity', 'receipt', 'refusal'],
  'route-lead': OF_DECISIONS,
  'alert-rep': [...OF_DECISIONS, 'link', 'reach'],
  // What came early can only be read, and refused, once the lead is looked at.
  'advance-clock': [...OF_DECISIONS, 'refusal'],
  'answer-alert': [...OF_DECISIONS, 'link'],
  'read-reply': [...OF_DECISIONS, 'receipt'],
  'hear-bounce': [...OF_DECISIONS, 'link', 'reach'],
  'answer-slack': [...OF_DECISIONS, 'link'],
  'update-chat': ['lead', 'link'],
  'watch-clocks': ['lead'],
  'check-reach': ['reach'],
  'show-measures': ['pass', 'receipt', 'lead'],
  'mail-figures': ['pass', 'receipt', 'reach'],
  // It keeps items of its own.
  'keep-measures': [],
  // Nothing: a flood of requests shall not come to the table.
  'receive-webhook': [],
  'translate-lead': ['refusal'],
  'reconcile-sources': ['reconciled'],
  'send-webhook': [],
  // It keeps what it has written there, and only looks at the lead.
  'write-crm': ['written'],
  // The link of the card, and that it was posted.
  'post-card': ['written', 'link'],
  // The stream shows it what it publishes.
  'publish-events': [],
};
