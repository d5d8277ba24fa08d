/** Functions that watch-clocks asks to look at a lead that is past due, in the order in which it asks. */
export const RECHECK_TARGETS = ['advance-clock', 'route-lead', 'alert-rep'] as const;

export type RecheckTarget = (typeof RECHECK_TARGETS)[number];
