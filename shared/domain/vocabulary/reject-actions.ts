/** Where a lead goes that its rep rejects. */
export const REJECT_ACTIONS = ['reassign', 'recycle', 'return-to-marketing', 'close'] as const;

export type RejectAction = (typeof REJECT_ACTIONS)[number];
