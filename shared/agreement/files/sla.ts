import * as z from 'zod';
import { duration, offset } from './duration.ts';
import { count, email, id } from './values.ts';

const step = z.strictObject({
  at: offset,
  do: z.enum(['remind', 'tell-manager', 'reassign', 'recycle'], 'expected remind, tell-manager, reassign or recycle'),
});

const clause = z.strictObject({
  within: duration,
  clock: z.enum(['working', 'wall'], 'expected working or wall'),
  steps: z.array(step).default([]),
});

const rejectAction = z.enum(
  ['reassign', 'recycle', 'return-to-marketing', 'close'],
  'expected reassign, recycle, return-to-marketing or close',
);

const alerts = z.strictObject({
  throttle: z.strictObject({ max: count, per: duration }).exactOptional(),
  senderId: z
    .string()
    .regex(
      /^(?=.*[A-Za-z])[A-Za-z0-9]([A-Za-z0-9-]{0,9}[A-Za-z0-9])?$/,
      'expected at most 11 letters and digits, one a letter',
    )
    .exactOptional(),
  maxPrice: z
    .string('expected US dollars in quotes such as "0.20"')
    .regex(/^\d+(\.\d+)?$/, 'expected US dollars such as "0.20"')
    .exactOptional(),
});

/** sla.yaml: what is promised by when, and what happens when it is not kept. */
export const slaFile = z.strictObject({
  alert: z.strictObject({ within: duration }),
  accept: clause,
  contact: clause.exactOptional(),
  verdict: clause.exactOptional(),
  maxOwners: count.default(3),
  rejectReasons: z.record(id, rejectAction).default({}),
  alerts: alerts.default({}),
  marketing: z.strictObject({ qualifiedPerWeek: count.exactOptional(), email: email.exactOptional() }).exactOptional(),
});

export type SlaFile = z.infer<typeof slaFile>;
export type WrittenClause = z.infer<typeof clause>;
