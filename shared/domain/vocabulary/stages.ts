/** Stages in which one rep owns the lead: assigned, accepted (SAL), contacted. */
export const OWNED_STAGES = ['assigned', 'accepted', 'contacted'] as const;

export type OwnedStage = (typeof OWNED_STAGES)[number];

/** Why an owner lost the lead: the clock took it, the rep gave it back, the rep left the agreement. */
export const RELEASE_REASONS = ['silent', 'rejected', 'left'] as const;

export type ReleaseReason = (typeof RELEASE_REASONS)[number];
