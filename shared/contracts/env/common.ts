import * as z from '../zod.ts';
import { value } from './value.ts';

/** From the least severe to the most. */
export const LogLevel = z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']);
export type LogLevel = z.infer<typeof LogLevel>;

/** What every function has beside its own: read by Powertools, by Node and by what logs, not by a function. */
export const CommonEnv = z.object({
  POWERTOOLS_SERVICE_NAME: value,
  POWERTOOLS_METRICS_NAMESPACE: value,
  LOG_LEVEL: LogLevel,
  NODE_OPTIONS: z.literal('--enable-source-maps'),
});
export type CommonEnv = z.infer<typeof CommonEnv>;
