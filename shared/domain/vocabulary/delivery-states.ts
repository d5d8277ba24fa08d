/** A delivery that is not done: not yet claimed, being sent, or in its recipient's inbox to go out with others. */
export const OPEN_DELIVERY_STATES = ['waiting', 'claimed', 'held'] as const;

export const DONE_DELIVERY_STATES = ['sent', 'failed'] as const;

export type OpenDeliveryState = (typeof OPEN_DELIVERY_STATES)[number];
export type DoneDeliveryState = (typeof DONE_DELIVERY_STATES)[number];
