import * as z from 'zod';
import { factEventSchema } from './fact-event.ts';

/** Facts of one document that are to be published again, as a queue holds them. */
export const outbox = z.object({
  key: z.object({
    type: z.enum(['lead', 'ledger', 'rep', 'account', 'link', 'inbox', 'identity', 'visitor', 'receipt', 'refusal']),
    id: z.string(),
  }),
  from: z.number(),
  events: z.array(factEventSchema),
});
