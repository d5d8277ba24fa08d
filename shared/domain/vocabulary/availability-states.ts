/** What is said of a rep: no lead shall come, or leads may come again. */
export const AVAILABILITY_STATES = ['away', 'back'] as const;

export type AvailabilityState = (typeof AVAILABILITY_STATES)[number];
