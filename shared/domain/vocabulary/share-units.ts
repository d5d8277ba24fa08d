/** What fair share counts: leads, or their scores. */
export const SHARE_UNITS = ['count', 'score'] as const;

export type ShareUnit = (typeof SHARE_UNITS)[number];
