import * as z from 'zod';
import { value } from './value.ts';

export const Env = z.object({
  TABLE_NAME: value,
  ROUTE_QUEUE_URL: value,
  ALERT_QUEUE_URL: value,
  CLOCK_QUEUE_URL: value,
  PUBLISH_QUEUE_URL: value,
});
export type Env = z.infer<typeof Env>;
