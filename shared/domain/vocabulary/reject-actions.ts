/** Where a lead goes that its rep rejects. */
export const REJECT_ACTIONS = ['reassign', 'recycle', 'return-to-marketing', 'close'] as const;

export type RejectAction = (typeof REJECT_ACTIONS)[number];

/** The reason of a lead that is given back because its rep goes away; of no agreement. */
export const AWAY = 'away';
