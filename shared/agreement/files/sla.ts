import * as z from 'zod';
import { CLOCK_KINDS, type OptionalClause } from '../../domain/vocabulary/clauses.ts';
import { REJECT_ACTIONS } from '../../domain/vocabulary/reject-actions.ts';
import { STEPS } from '../../domain/vocabulary/steps.ts';
import { choice } from './choice.ts';
import { count, duration, email, id, offset } from './values.ts';

const step = z.strictObject({
  at: offset,
  do: choice(STEPS),
});

const clause = z.strictObject({
  within: duration,
  clock: choice(CLOCK_KINDS),
  steps: z.array(step).default([]),
});

/** In the order in which they come; the compiler asks for one for each that an agreement may leave out. */
const optionalClauses: Readonly<Record<OptionalClause, z.ZodExactOptional<typeof clause>>> = {
  contact: clause.exactOptional(),
  verdict: clause.exactOptional(),
};

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
  ...optionalClauses,
  maxOwners: count.default(3),
  rejectReasons: z.record(id, choice(REJECT_ACTIONS)).default({}),
  alerts: alerts.default({}),
  marketing: z.strictObject({ qualifiedPerWeek: count.exactOptional(), email: email.exactOptional() }).exactOptional(),
});

export type SlaFile = z.infer<typeof slaFile>;
export type WrittenClause = z.infer<typeof clause>;
