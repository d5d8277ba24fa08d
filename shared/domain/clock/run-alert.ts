import type { AlertClause } from '../agreement/agreement.ts';
import type { RunningAlert } from '../lead/lead.ts';
import type { Instant } from '../time/instant.ts';

/** Our promise as it starts, when the lead qualifies: by the wall clock, whoever will own the lead. */
export const startAlert = ({ withinMs, steps }: AlertClause, now: Instant): RunningAlert => ({
  dueAt: now + withinMs,
  state: 'pending',
  ...(steps.length === 0 ? {} : { steps: steps.map(({ atMs, do: step }) => ({ at: now + atMs, do: step })) }),
});

/** The first instant at which our promise asks for something. */
export const firstOfAlert = ({ dueAt, steps }: RunningAlert): Instant => Math.min(dueAt, steps?.[0]?.at ?? dueAt);
