/** What sales says in the end. */
export const OUTCOMES = ['won', 'lost', 'sales-qualified'] as const;

/**
 * How a lead's cycle may end. Sales-qualified is no end: the lead stays its owner's until it is won or lost. Of a forgotten
 * one nothing is left but that it was there.
 */
export const ENDS = ['won', 'lost', 'recycled', 'returned', 'closed', 'forgotten'] as const;

export type Outcome = (typeof OUTCOMES)[number];
export type End = (typeof ENDS)[number];
