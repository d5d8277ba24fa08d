import * as z from 'zod';
import type { Lead } from '../../domain/lead/lead.ts';
import { schemaOf } from './schema-of.ts';

const instant = z.number();
const count = z.int().nonnegative();

const clauseName = z.enum(['accept', 'contact', 'verdict']);
const stepName = z.enum(['remind', 'tell-manager', 'reassign', 'recycle']);
const channel = z.enum(['sms', 'email']);

export const activity = z.strictObject({
  at: instant,
  kind: z.string(),
  url: z.string().exactOptional(),
  contentId: z.string().exactOptional(),
  title: z.string().exactOptional(),
});

const behaviour = z.strictObject({
  tallies: z.record(z.string(), z.strictObject({ sum: z.number(), at: instant })),
  handRaised: z.boolean(),
});

const delivery = z.discriminatedUnion('state', [
  z.strictObject({ channel, state: z.literal('waiting'), until: instant }),
  z.strictObject({ channel, state: z.literal('claimed'), until: instant }),
  z.strictObject({ channel, state: z.literal('held'), until: instant }),
  z.strictObject({ channel, state: z.enum(['sent', 'failed']) }),
]);

const noticeBase = { sequence: count, attempt: count, at: instant, deliveries: z.array(delivery) };

const rejection = z.strictObject({
  by: z.string(),
  reason: z.string(),
  note: z.string().exactOptional(),
  action: z.enum(['reassign', 'recycle', 'return-to-marketing', 'close']),
  missing: z.array(z.string()),
  score: z.number(),
  reasons: z.array(z.strictObject({ name: z.string(), points: z.number() })),
});

const notice = z.discriminatedUnion('purpose', [
  z.strictObject({
    ...noticeBase,
    purpose: z.enum(['alert', 'remind', 'tell-manager', 'taken-away']),
    rep: z.string(),
    instead: z.array(z.string()).exactOptional(),
  }),
  z.strictObject({ ...noticeBase, purpose: z.literal('marketing'), rep: z.null(), rejection }),
]);

const qualification = z.strictObject({
  at: instant,
  score: z.number(),
  reasons: z.array(z.strictObject({ name: z.string(), points: z.number() })),
  alert: z.strictObject({ dueAt: instant, state: z.enum(['pending', 'met', 'breached']) }),
});

const owner = z.strictObject({
  rep: z.string(),
  attempt: count,
  at: instant,
  by: z.enum(['account', 'share', 'overflow', 'manager']),
  territory: z.string(),
  manager: z.string().exactOptional(),
  account: z.string().exactOptional(),
  charge: z.strictObject({ territory: z.string(), amount: z.number(), value: z.number() }).exactOptional(),
});

const clause = z.strictObject({
  name: clauseName,
  dueAt: instant,
  breached: z.boolean(),
  steps: z.array(z.strictObject({ at: instant, do: stepName })),
});

const ownedStage = z.enum(['assigned', 'accepted', 'contacted']);

const previous = z.strictObject({
  stage: ownedStage,
  owner,
  clause: clause.exactOptional(),
  why: z.enum(['silent', 'rejected', 'left']),
  owed: z.array(notice).exactOptional(),
});

const base = {
  id: z.string(),
  email: z.string(),
  cycle: count,
  cycleFrom: instant,
  sequence: count,
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  stamps: z.record(z.string(), z.string()),
  behaviour,
  timeline: z.array(activity),
  grade: z.enum(['cold', 'warm', 'hot']).exactOptional(),
  missing: z.array(z.string()).exactOptional(),
  pastOwners: z.array(z.string()),
  attempt: count,
  notices: z.array(notice),
};

export const leadSchema = schemaOf<Lead>()(
  z.discriminatedUnion('stage', [
    z.strictObject({ ...base, stage: z.literal('uncaptured') }),
    z.strictObject({ ...base, stage: z.literal('nurture') }),
    z.strictObject({
      ...base,
      stage: z.literal('qualified'),
      qualification,
      lookAt: instant,
      previous: previous.exactOptional(),
    }),
    z.strictObject({
      ...base,
      stage: z.literal('waiting'),
      qualification,
      territory: z.string(),
      why: z.enum(['nobody-at-work', 'everybody-full', 'nobody-left']),
      lookAt: instant,
      daily: z.boolean(),
      previous: previous.exactOptional(),
    }),
    z.strictObject({
      ...base,
      stage: ownedStage,
      qualification,
      owner,
      clause: clause.exactOptional(),
      lookAt: instant,
    }),
    z.strictObject({
      ...base,
      stage: z.literal('ended'),
      end: z.enum(['won', 'lost', 'sales-qualified', 'recycled', 'returned', 'closed']),
      endedAt: instant,
    }),
  ]),
);
