import * as z from 'zod';
import { value } from './value.ts';

export const Env = z.object({
  TABLE_NAME: value,
  BUS_NAME: value,
  /** Where entries that the bus refused are tried again. */
  PUBLISH_QUEUE_URL: value,
});
export type Env = z.infer<typeof Env>;
