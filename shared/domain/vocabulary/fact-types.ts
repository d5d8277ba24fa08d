/** Facts that a lead gives rise to. */
export const LEAD_FACT_TYPES = [
  'LeadFieldsIgnored',
  'LeadScored',
  'LeadQualified',
  'LeadIncomplete',
  'LeadAssigned',
  'LeadWaiting',
  'ClockStarted',
  'RepAlerted',
  'LeadAccepted',
  'LeadRejected',
  'LeadEscalated',
  'SlaBreached',
  'ContactRecorded',
  'ContactAttemptRecorded',
  'OutcomeRecorded',
  'LeadRecycled',
] as const;

/** Every fact that is published; a refusal belongs to no lead. */
export const FACT_TYPES = [...LEAD_FACT_TYPES, 'LeadRefused'] as const;

export type FactType = (typeof FACT_TYPES)[number];
