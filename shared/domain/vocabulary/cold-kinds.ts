/** Leads that sales has not got and that may be worth another call: given back by sales, or never passed on. */
export const COLD_KINDS = ['recycled', 'nurtured'] as const;

export type ColdKind = (typeof COLD_KINDS)[number];
