/** Events that tell what became of a lead. */
export const ANSWER_TYPES = ['RepAnswered', 'LeadContacted', 'LeadClosed'] as const;

/** Every event that is understood. */
export const INBOUND_TYPES = ['LeadCaptured', 'LeadActivityRecorded', ...ANSWER_TYPES] as const;

export type InboundType = (typeof INBOUND_TYPES)[number];
