import { CYCLE_ENDS, type Cycle, newCycle } from '../../domain/measures/cycle.ts';
import { giveTouches } from '../../domain/measures/give-touches.ts';
import type { MeasuredLead } from '../../domain/measures/measured-lead.ts';
import { CLAUSES } from '../../domain/vocabulary/clauses.ts';
import { COLD_KINDS } from '../../domain/vocabulary/cold-kinds.ts';
import { OUTCOMES } from '../../domain/vocabulary/outcomes.ts';
import { REJECT_ACTIONS } from '../../domain/vocabulary/reject-actions.ts';
import { TOUCH_KINDS } from '../../domain/vocabulary/touch-kinds.ts';
import * as z from '../zod.ts';

const instant = z.number();
const text = z.exactOptional(z.string());

const deed = z.strictObject({ at: instant, rep: text });
const deal = z.strictObject({ at: instant, rep: text, revenue: z.exactOptional(z.number()), currency: text });
const touch = z.strictObject({ kind: z.enum(TOUCH_KINDS), value: z.string(), occurredAt: z.string() });

const promised = z.strictObject({
  clause: z.enum(CLAUSES),
  attempt: z.number(),
  rep: text,
  startedAt: instant,
  state: z.enum(['running', 'kept', 'broken', 'void']),
  at: instant,
  metAt: z.exactOptional(instant),
});

const cycle = z.strictObject({
  openedAt: instant,
  hotAt: z.optional(instant),
  incompleteAt: z.optional(instant),
  qualified: z.optional(
    z.strictObject({
      at: instant,
      score: z.number(),
      heldOut: z.exactOptional(z.boolean()),
      offered: z.exactOptional(z.array(z.string())),
      pages: z.exactOptional(z.array(z.string())),
    }),
  ),
  alertedAt: z.optional(instant),
  accepted: z.optional(deed),
  contacted: z.optional(deed),
  verdict: z.optional(deal),
  salesQualified: z.optional(deal),
  won: z.optional(deal),
  lost: z.optional(deal),
  recycled: z.optional(deed),
  returned: z.optional(deed),
  closed: z.optional(deed),
  end: z.optional(z.strictObject({ at: instant, how: z.enum(CYCLE_ENDS) })),
  suggested: z.optional(
    z.strictObject({
      at: instant,
      rep: z.string(),
      territory: z.string(),
      was: z.enum(COLD_KINDS),
      score: z.number(),
      since: instant,
    }),
  ),
  lastOwner: z.optional(z.string()),
  territory: z.optional(z.string()),
  assignments: z.array(z.strictObject({ at: instant, rep: z.string(), attempt: z.number(), isManager: z.boolean() })),
  promises: z.array(promised),
  rejections: z.array(z.strictObject({ at: instant, rep: text, reason: z.string(), action: z.enum(REJECT_ACTIONS) })),
  takenAway: z.array(deed),
  // Earlier versions kept none.
  sent: z._default(z.array(z.string()), []),
  applied: z.array(z.strictObject({ at: instant, outcome: z.enum(OUTCOMES), isLate: z.boolean() })),
  unapplied: z.array(z.strictObject({ at: instant, why: z.enum(['repeated', 'contradictory', 'afterEnd']) })),
});

const measured = z.strictObject({
  upTo: z.int(),
  firstAt: instant,
  lastAt: instant,
  owner: z.optional(z.strictObject({ rep: z.string(), attempt: z.number() })),
  touches: z.array(touch),
  cycles: z.array(cycle),
});

/** What follows from the rest is not kept. */
const bare = ({ leadId: _, touches: __, touchedBy: ___, ...kept }: Cycle) => kept;

/** As it is kept: without the lead's id, which is its key. */
export const measuredText = ({ leadId: _, cycles, ...kept }: MeasuredLead): string =>
  JSON.stringify({ ...kept, cycles: cycles.map(bare) });

/** Reads what `measuredText` wrote. Throws a ZodError, or a SyntaxError. */
export const readMeasured = (leadId: string, kept: string): MeasuredLead => {
  const { owner, touches, cycles: found, ...rest } = measured.parse(JSON.parse(kept));
  const cycles = found.map((own) => ({ ...newCycle(leadId, own.openedAt), ...own }));
  giveTouches(cycles, touches);
  return { leadId, ...rest, owner, touches, cycles };
};

/** Whether the same is kept of a lead, whatever the order of its fields. */
export const isSameMeasured = (a: MeasuredLead, b: MeasuredLead): boolean => {
  const canonical = (lead: MeasuredLead): string => measuredText(readMeasured(lead.leadId, measuredText(lead)));
  return canonical(a) === canonical(b);
};
