import type { Scalar } from './condition.ts';

/** What a value is compared by: strings without regard to case, everything else as it is. */
export const foldCase = (value: Scalar): Scalar => (typeof value === 'string' ? value.toLowerCase() : value);
