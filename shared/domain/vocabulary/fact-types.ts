/** Facts that a lead gives rise to. */
export const LEAD_FACT_TYPES = [
  'LeadFieldsIgnored',
  'LeadTouched',
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
  'LeadLeftWithOwner',
  'SlaBreached',
  'ContactRecorded',
  'ContactAttemptRecorded',
  'ContentSent',
  'OutcomeRecorded',
  'LeadRecycled',
  'LeadSuggested',
  'WatchTriggered',
  'LeadForgotten',
] as const;

/** Facts about a rep, whatever leads the rep has. */
export const REP_FACT_TYPES = ['RepWentAway', 'RepCameBack', 'RepPaused', 'RepUnreachable', 'RepReachable'] as const;

/** Every fact that is published; a refusal belongs to no lead and no rep. */
export const FACT_TYPES = [...LEAD_FACT_TYPES, ...REP_FACT_TYPES, 'LeadRefused'] as const;

export type FactType = (typeof FACT_TYPES)[number];
