/** Why a lead waits for an owner. */
export const WAITING_REASONS = ['nobody-at-work', 'everybody-full', 'nobody-left'] as const;

export type WaitingReason = (typeof WAITING_REASONS)[number];
