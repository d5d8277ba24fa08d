/** Of all that the empty stack publishes. */
export const EMPTY_SOURCE = 'empty';
