import * as z from 'zod';
import type { Instant } from '../../domain/time/instant.ts';
import { AVAILABILITY_STATES } from '../../domain/vocabulary/availability-states.ts';
import { INBOUND_TYPES, type InboundType } from '../../domain/vocabulary/inbound-types.ts';
import { OUTCOMES } from '../../domain/vocabulary/outcomes.ts';
import { isDateOfNone } from '../../fields/instant.ts';
import { FACT_SOURCE } from '../subscriptions.ts';
import { instant, readInstant } from './read-instant.ts';

/*
 * Events from producers and CRMs, in the EventBridge shape. The envelope must be as it is told here; of the data this
 * is what producers should send, and what they send instead is read as docs/fields.md tells. Unknown fields are
 * ignored. Without `metadata` the event's own `id` and `time` serve.
 */

const text = z.string();

/** Names what is looked up by it: a table's key holds at most 2,048 bytes. */
const name = z.string().min(1).max(256);
const amount = z.number();
const emailAddress = z.string();
const scalar = z.union([z.string(), amount, z.boolean()]);

const NOBODY = 'an e-mail address or a visitorId must be given';

const captured = z.object({
  person: z
    .object({
      email: emailAddress.exactOptional(),
      firstName: text.exactOptional(),
      lastName: text.exactOptional(),
      title: text.exactOptional(),
      phone: text.exactOptional(),
    })
    .exactOptional(),
  company: z
    .object({
      name: text.exactOptional(),
      domain: text.exactOptional(),
      industry: text.exactOptional(),
      employees: amount.exactOptional(),
      annualRevenue: amount.exactOptional(),
    })
    .exactOptional(),
  location: z
    .object({
      country: z
        .string()
        .regex(/^[A-Za-z]{2}$/)
        .exactOptional(),
      region: text.exactOptional(),
      postalCode: text.exactOptional(),
      timeZone: text.exactOptional(),
    })
    .exactOptional(),
  source: text.exactOptional(),
  campaign: text.exactOptional(),
  interest: text.exactOptional(),
  language: text.exactOptional(),
  visitorId: name.exactOptional(),
  consent: z
    .object({ email: z.boolean().exactOptional(), sms: z.boolean().exactOptional(), call: z.boolean().exactOptional() })
    .exactOptional(),
  fields: z.record(name, scalar).exactOptional(),
});

export const leadCaptured = captured.refine(
  ({ person, visitorId }) => person?.email !== undefined || visitorId !== undefined,
  { path: ['person', 'email'], message: NOBODY },
);

export const leadActivityRecorded = z
  .object({
    email: emailAddress.exactOptional(),
    visitorId: name.exactOptional(),
    kind: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a kebab-case word'),
    url: text.exactOptional(),
    contentId: text.exactOptional(),
    title: text.exactOptional(),
  })
  .refine((data) => data.email !== undefined || data.visitorId !== undefined, {
    path: ['email'],
    message: NOBODY,
  });

const whichLead = { email: emailAddress.exactOptional(), leadId: name.exactOptional() };

const naming = <T extends z.ZodType<{ email?: string; leadId?: string }>>(schema: T) =>
  schema.refine((data) => data.email !== undefined || data.leadId !== undefined, {
    path: ['email'],
    message: 'an e-mail address or a leadId must be given',
  });

export const repAnswered = naming(
  z
    .object({
      ...whichLead,
      repId: text.exactOptional(),
      answer: z.enum(['accept', 'reject']),
      reason: text.exactOptional(),
      note: text.exactOptional(),
    })
    .refine((data) => data.answer === 'accept' || data.reason !== undefined, {
      path: ['reason'],
      message: 'a rejection needs one of the reasons of the agreement',
    }),
);

export const leadContacted = naming(
  z.object({ ...whichLead, repId: text.exactOptional(), channel: text.exactOptional() }),
);

export const contactAttempted = naming(
  z.object({
    ...whichLead,
    repId: text.exactOptional(),
    channel: text.exactOptional(),
    note: text.exactOptional(),
  }),
);

export const leadClosed = naming(
  z.object({
    ...whichLead,
    repId: text.exactOptional(),
    outcome: z.enum(OUTCOMES),
    revenue: amount.exactOptional(),
    currency: text.exactOptional(),
    reason: text.exactOptional(),
  }),
);

export const repAvailabilityChanged = z.object({
  repId: name,
  state: z.enum(AVAILABILITY_STATES).describe('`away` keeps new leads from the rep, `back` ends that'),
  from: instant.exactOptional().describe('When it begins; when the event occurred where it is left out'),
  to: instant.exactOptional().describe('From then on leads come again; left out, only `back` ends it'),
  giveBack: z.boolean().exactOptional().describe('Whether leads that the rep has not answered go back in line'),
});

export const leadOwnerChanged = naming(
  z.object({
    ...whichLead,
    repId: name.describe('Id of a rep of the agreement: who owns the lead now'),
    by: text.exactOptional().describe('Who changed the owner'),
  }),
);

const metadata = z.object({
  id: text.min(1),
  version: z.literal(1),
  occurredAt: instant,
  correlationId: text.exactOptional(),
  causationId: text.exactOptional(),
});

/** Of what score-lead hears: it has a queue for each lane. */
const metadataOfLead = metadata.extend({
  bulk: z
    .literal(true)
    .exactOptional()
    .describe('One of many that nobody waits for, as of an import: it delays no other'),
});

const source = text.min(1).refine((name) => name !== FACT_SOURCE, `${FACT_SOURCE} is the source of our own facts`);

const envelope = <N extends string, D extends z.ZodType>(
  detailType: N,
  data: D,
  about: typeof metadata | typeof metadataOfLead = metadata,
) =>
  z.object({
    id: text.min(1),
    source,
    time: instant,
    'detail-type': z.literal(detailType),
    detail: z.object({ metadata: about.exactOptional(), data }),
  });

/** What producers should send, for the JSON Schemas in docs/events. */
export const inboundEnvelopes = {
  LeadCaptured: envelope('LeadCaptured', leadCaptured, metadataOfLead),
  LeadActivityRecorded: envelope('LeadActivityRecorded', leadActivityRecorded, metadataOfLead),
  RepAnswered: envelope('RepAnswered', repAnswered),
  LeadContacted: envelope('LeadContacted', leadContacted),
  ContactAttempted: envelope('ContactAttempted', contactAttempted),
  LeadClosed: envelope('LeadClosed', leadClosed),
  RepAvailabilityChanged: envelope('RepAvailabilityChanged', repAvailabilityChanged),
  LeadOwnerChanged: envelope('LeadOwnerChanged', leadOwnerChanged),
} satisfies Record<InboundType, z.ZodType>;

/** Undefined where the event does not say when it occurred. */
const saysWhen = z.unknown().transform((value, context): Instant | undefined => {
  const at = readInstant(value);
  if (at === undefined && !isDateOfNone(value))
    context.addIssue({ code: 'custom', message: 'must be an ISO 8601 instant with an offset or Z' });
  return at;
});

/** The envelope of every event, as it is checked; the data within are read by tables of readers. */
export const inboundEnvelope = z.object({
  id: text.min(1),
  source,
  time: saysWhen,
  'detail-type': z.enum(INBOUND_TYPES),
  detail: z.object({
    metadata: z
      .looseObject({ id: text.min(1), version: z.literal(1) })
      .nullable()
      .exactOptional(),
    data: z.looseObject({}),
  }),
});
