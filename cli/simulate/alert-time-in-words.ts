import { readableDuration } from '../../shared/domain/time/readable-duration.ts';
import type { AlertTime } from './alert-times.ts';

/** `4 h 0 min 54 s`, or `over 2 d 3 h, not alerted` of a lead that waited so long for nothing. */
export const alertTimeInWords = ({ ms, alerted }: AlertTime): string =>
  alerted ? readableDuration(ms) : `over ${readableDuration(ms)}, not alerted`;
