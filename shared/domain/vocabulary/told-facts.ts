import type { FactType } from './fact-types.ts';

/** What an outgoing webhook tells unless sinks.yaml names others: what becomes of a lead that is handed over. */
export const WEBHOOK_FACTS: readonly FactType[] = [
  'LeadQualified',
  'LeadAssigned',
  'LeadWaiting',
  'LeadAccepted',
  'LeadRejected',
  'LeadRecycled',
  'ContactRecorded',
  'OutcomeRecorded',
  'SlaBreached',
  'LeadForgotten',
];

/** Of each change of a lead's owner, stage or score, at least one of these is told. */
export const CRM_FACTS: readonly FactType[] = [
  'LeadQualified',
  'LeadAssigned',
  'LeadWaiting',
  'LeadAccepted',
  'LeadRejected',
  'LeadRecycled',
  'LeadEscalated',
  'ContactRecorded',
  'ContactAttemptRecorded',
  'OutcomeRecorded',
];

/** A card goes beside what has reached a rep, and never in its place. */
export const CARD_FACTS: readonly FactType[] = ['RepAlerted'];
