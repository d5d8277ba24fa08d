import { MARKETING } from '../domain/alert/delivery/inbox.ts';
import * as z from './zod.ts';

/** Under which name marketing's topic stands among those of the reps. */
export const MARKETING_TOPIC = MARKETING;

/** What one of the parameters named in alert-rep's `EMAIL_VIA` holds: rep id, or `MARKETING_TOPIC`, to topic ARN. */
export const RepTopics = z.record(z.string(), z.string());
