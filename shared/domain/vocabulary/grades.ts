/** Where a score stands against the agreement's thresholds. */
export const GRADES = ['cold', 'warm', 'hot'] as const;

export type Grade = (typeof GRADES)[number];
