/** What sales says in the end. */
export const OUTCOMES = ['won', 'lost', 'sales-qualified'] as const;

/** How a lead's cycle may end. */
export const ENDS = [...OUTCOMES, 'recycled', 'returned', 'closed'] as const;

export type Outcome = (typeof OUTCOMES)[number];
export type End = (typeof ENDS)[number];
