import type { Lead } from '../../domain/lead/lead.ts';
import { CHANNELS } from '../../domain/vocabulary/channels.ts';
import { ALERT_STATES, OWNER_CLAUSES } from '../../domain/vocabulary/clauses.ts';
import { DECIDED_BY } from '../../domain/vocabulary/decided-by.ts';
import { DONE_DELIVERY_STATES, OPEN_DELIVERY_STATES } from '../../domain/vocabulary/delivery-states.ts';
import { GRADES } from '../../domain/vocabulary/grades.ts';
import { ENDS } from '../../domain/vocabulary/outcomes.ts';
import { REP_PURPOSES } from '../../domain/vocabulary/purposes.ts';
import { REJECT_ACTIONS } from '../../domain/vocabulary/reject-actions.ts';
import { OWNED_STAGES, RELEASE_REASONS } from '../../domain/vocabulary/stages.ts';
import { ALERT_STEPS, OWNER_STEPS } from '../../domain/vocabulary/steps.ts';
import { WAITING_REASONS } from '../../domain/vocabulary/waiting-reasons.ts';
import { HAPPENINGS } from '../../domain/vocabulary/watches.ts';
import * as z from '../zod.ts';
import { schemaOf } from './schema-of.ts';

const instant = z.number();
const count = z.int().check(z.nonnegative());

const channel = z.enum(CHANNELS);

export const activity = z.strictObject({
  at: instant,
  kind: z.string(),
  url: z.exactOptional(z.string()),
  contentId: z.exactOptional(z.string()),
  title: z.exactOptional(z.string()),
});

const behaviour = z.strictObject({
  tallies: z.record(z.string(), z.strictObject({ sum: z.number(), at: instant })),
  handRaised: z.boolean(),
});

const delivery = z.discriminatedUnion('state', [
  z.strictObject({ channel, state: z.enum(OPEN_DELIVERY_STATES), until: instant }),
  z.strictObject({ channel, state: z.enum(DONE_DELIVERY_STATES), messageId: z.exactOptional(z.string()) }),
]);

const noticeBase = { sequence: count, attempt: count, at: instant, deliveries: z.array(delivery) };

const rejection = z.strictObject({
  by: z.string(),
  reason: z.string(),
  note: z.exactOptional(z.string()),
  action: z.enum(REJECT_ACTIONS),
  missing: z.array(z.string()),
  score: z.number(),
  reasons: z.array(z.strictObject({ name: z.string(), points: z.number() })),
});

const watched = z.strictObject({
  happened: z.array(
    z.strictObject({
      what: z.enum(HAPPENINGS),
      at: instant,
      kind: z.exactOptional(z.string()),
      title: z.exactOptional(z.string()),
      watch: z.exactOptional(z.string()),
    }),
  ),
  more: count,
});

export const watchers = z.exactOptional(z.array(z.strictObject({ rep: z.string(), until: instant })));

const repNotice = z.strictObject({
  ...noticeBase,
  purpose: z.enum(REP_PURPOSES),
  rep: z.string(),
  instead: z.exactOptional(z.array(z.string())),
  about: z.exactOptional(z.string()),
  taker: z.exactOptional(z.string()),
  watched: z.exactOptional(watched),
});

// A watch is told to reps and to marketing: the purpose alone does not tell these apart.
const notice = z.union([
  repNotice,
  z.strictObject({ ...noticeBase, purpose: z.literal('marketing'), rep: z.null(), rejection }),
  z.strictObject({ ...noticeBase, purpose: z.literal('watch'), rep: z.null(), watched }),
]);

const qualification = z.strictObject({
  at: instant,
  score: z.number(),
  reasons: z.array(z.strictObject({ name: z.string(), points: z.number() })),
  trigger: z.exactOptional(z.strictObject({ name: z.string(), at: z.exactOptional(instant) })),
  heldOut: z.exactOptional(z.boolean()),
  alert: z.strictObject({
    dueAt: instant,
    state: z.enum(ALERT_STATES),
    steps: z.exactOptional(z.array(z.strictObject({ at: instant, do: z.enum(ALERT_STEPS) }))),
  }),
});

const owner = z.strictObject({
  rep: z.string(),
  attempt: count,
  at: instant,
  saidAt: z.exactOptional(instant),
  by: z.enum(DECIDED_BY),
  territory: z.string(),
  manager: z.exactOptional(z.string()),
  account: z.exactOptional(z.string()),
  charge: z.exactOptional(z.strictObject({ territory: z.string(), amount: z.number(), value: z.number() })),
});

const clause = z.strictObject({
  name: z.enum(OWNER_CLAUSES),
  dueAt: instant,
  breached: z.boolean(),
  leftBy: z.exactOptional(z.string()),
  steps: z.array(z.strictObject({ at: instant, do: z.enum(OWNER_STEPS) })),
});

const ownedStage = z.enum(OWNED_STAGES);

const previous = z.strictObject({
  stage: ownedStage,
  owner,
  clause: z.exactOptional(clause),
  why: z.enum(RELEASE_REASONS),
  lostAt: z.exactOptional(instant),
  owed: z.exactOptional(z.array(notice)),
});

/** What was told of a person, and when each field was. */
export const told = {
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  stamps: z.record(z.string(), z.string()),
};

const base = {
  id: z.string(),
  email: z.string(),
  cycle: count,
  cycleFrom: instant,
  sequence: count,
  ...told,
  behaviour,
  timeline: z.array(activity),
  contactAttempts: z.exactOptional(
    z.array(
      z.strictObject({
        at: instant,
        rep: z.string(),
        channel: z.exactOptional(z.string()),
        note: z.exactOptional(z.string()),
      }),
    ),
  ),
  sentContent: z.exactOptional(z.array(z.strictObject({ at: instant, rep: z.string(), contentId: z.string() }))),
  suggestedAt: z.exactOptional(instant),
  watchers,
  grade: z.exactOptional(z.enum(GRADES)),
  missing: z.exactOptional(z.array(z.string())),
  pastOwners: z.array(z.string()),
  tenures: z.exactOptional(z.array(z.strictObject({ rep: z.string(), from: instant, until: instant }))),
  attempt: count,
  notices: z.array(notice),
  mailed: z.exactOptional(z.array(repNotice)),
};

const stages = z.discriminatedUnion('stage', [
  z.strictObject({
    ...base,
    stage: z.literal('uncaptured'),
    early: z.exactOptional(z.array(z.strictObject({ line: z.string(), until: instant }))),
  }),
  z.strictObject({ ...base, stage: z.literal('nurture'), lookAt: z.exactOptional(instant) }),
  z.strictObject({
    ...base,
    stage: z.literal('qualified'),
    qualification,
    lookAt: instant,
    previous: z.exactOptional(previous),
    forManager: z.exactOptional(z.literal(true)),
  }),
  z.strictObject({
    ...base,
    stage: z.literal('waiting'),
    qualification,
    territory: z.string(),
    why: z.enum(WAITING_REASONS),
    lookAt: instant,
    daily: z.boolean(),
    previous: z.exactOptional(previous),
    forManager: z.exactOptional(z.literal(true)),
  }),
  z.strictObject({
    ...base,
    stage: ownedStage,
    qualification,
    owner,
    clause: z.exactOptional(clause),
    lookAt: instant,
  }),
  z.strictObject({
    ...base,
    stage: z.literal('sales-qualified'),
    salesQualifiedAt: instant,
    owner: z.exactOptional(owner),
  }),
  z.strictObject({
    ...base,
    stage: z.literal('ended'),
    end: z.enum(ENDS),
    endedAt: instant,
  }),
]);

const formerEnd = z.looseObject({ stage: z.literal('ended'), end: z.literal('sales-qualified'), endedAt: instant });

/** Earlier versions stored a lead that sales had qualified as ended. */
const asNow = (stored: unknown): unknown => {
  const former = formerEnd.safeParse(stored);
  if (!former.success) return stored;
  const { end: _, endedAt, ...lead } = former.data;
  return { ...lead, stage: 'sales-qualified', salesQualifiedAt: endedAt };
};

export const leadSchema = schemaOf<Lead>()(z.pipe(z.transform(asNow), stages));
