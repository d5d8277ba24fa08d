import * as z from 'zod';
import { value } from './value.ts';

export const Env = z.object({
  TABLE_NAME: value,
  /** A link is this and a token; it ends with a slash. */
  LINK_BASE: value,
  /** Names of SSM parameters, separated by commas; each holds JSON of rep id to topic ARN. */
  REP_TOPICS: value,
});
export type Env = z.infer<typeof Env>;

/** What one of the parameters named in `REP_TOPICS` holds. */
export const RepTopics = z.record(z.string(), z.string());
