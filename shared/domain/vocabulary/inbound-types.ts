/** Events by which leads come in. */
export const LEAD_TYPES = ['LeadCaptured', 'LeadActivityRecorded'] as const;

/** Events that tell what people made of a lead. */
export const ANSWER_TYPES = [
  'RepAnswered',
  'LeadContacted',
  'ContactAttempted',
  'LeadClosed',
  'LeadOwnerChanged',
] as const;

/** Every event that is understood. */
export const INBOUND_TYPES = [...LEAD_TYPES, ...ANSWER_TYPES] as const;

export type InboundType = (typeof INBOUND_TYPES)[number];
