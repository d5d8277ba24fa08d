import * as z from 'zod';
import { MARKETING } from '../../domain/alert/delivery/inbox.ts';
import { value } from './value.ts';

/** Under which name marketing's topic stands among those of the reps. */
export const MARKETING_TOPIC = MARKETING;

export const Env = z.object({
  TABLE_NAME: value,
  /** A link is this and a token; it ends with a slash. */
  LINK_BASE: value,
  /** Names of SSM parameters, separated by commas; each holds JSON of rep id, or `MARKETING_TOPIC`, to topic ARN. */
  REP_TOPICS: value,
  /** Whether an SMS may be answered by one. */
  REPLIES: z.enum(['on', 'off']),
});
export type Env = z.infer<typeof Env>;

/** What one of the parameters named in `REP_TOPICS` holds. */
export const RepTopics = z.record(z.string(), z.string());
