import { AVAILABILITY_STATES } from '../../domain/vocabulary/availability-states.ts';
import type { InboundType } from '../../domain/vocabulary/inbound-types.ts';
import { OUTCOMES } from '../../domain/vocabulary/outcomes.ts';
import * as z from '../zod.ts';
import { source, text } from './inbound-envelope.ts';
import { instant } from './read-instant.ts';

/*
 * Events from producers and CRMs, in the EventBridge shape. The envelope must be as it is told here; of the data this
 * is what producers should send, and what they send instead is read as docs/fields.md tells. Unknown fields are
 * ignored. Without `metadata` the event's own `id` and `time` serve.
 */

/** Names what is looked up by it: a table's key holds at most 2,048 bytes. */
const name = z.string().check(z.minLength(1), z.maxLength(256));
const amount = z.number();
const emailAddress = z.string();
const scalar = z.union([z.string(), amount, z.boolean()]);

const NOBODY = 'an e-mail address or a visitorId must be given';

const captured = z.object({
  person: z.exactOptional(
    z.object({
      email: z.exactOptional(emailAddress),
      firstName: z.exactOptional(text),
      lastName: z.exactOptional(text),
      title: z.exactOptional(text),
      phone: z.exactOptional(text),
    }),
  ),
  company: z.exactOptional(
    z.object({
      name: z.exactOptional(text),
      domain: z.exactOptional(text),
      industry: z.exactOptional(text),
      employees: z.exactOptional(amount),
      annualRevenue: z.exactOptional(amount),
    }),
  ),
  location: z.exactOptional(
    z.object({
      country: z.exactOptional(z.string().check(z.regex(/^[A-Za-z]{2}$/))),
      region: z.exactOptional(text),
      postalCode: z.exactOptional(text),
      timeZone: z.exactOptional(text),
    }),
  ),
  source: z.exactOptional(text),
  campaign: z.exactOptional(text),
  interest: z.exactOptional(text),
  language: z.exactOptional(text),
  visitorId: z.exactOptional(name),
  consent: z.exactOptional(
    z.object({
      email: z.exactOptional(z.boolean()),
      sms: z.exactOptional(z.boolean()),
      call: z.exactOptional(z.boolean()),
    }),
  ),
  fields: z.exactOptional(z.record(name, scalar)),
});

export const leadCaptured = captured.check(
  z.refine(({ person, visitorId }) => person?.email !== undefined || visitorId !== undefined, {
    path: ['person', 'email'],
    message: NOBODY,
  }),
);

export const leadActivityRecorded = z
  .object({
    email: z.exactOptional(emailAddress),
    visitorId: z.exactOptional(name),
    kind: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a kebab-case word')),
    url: z.exactOptional(text),
    contentId: z.exactOptional(text),
    title: z.exactOptional(text),
  })
  .check(
    z.refine((data) => data.email !== undefined || data.visitorId !== undefined, {
      path: ['email'],
      message: NOBODY,
    }),
  );

const whichLead = { email: z.exactOptional(emailAddress), leadId: z.exactOptional(name) };

const naming = <T extends z.ZodMiniType<{ email?: string; leadId?: string }>>(schema: T) =>
  schema.check(
    z.refine((data) => data.email !== undefined || data.leadId !== undefined, {
      path: ['email'],
      message: 'an e-mail address or a leadId must be given',
    }),
  );

export const repAnswered = naming(
  z
    .object({
      ...whichLead,
      repId: z.exactOptional(text),
      answer: z.enum(['accept', 'reject']),
      reason: z.exactOptional(text),
      note: z.exactOptional(text),
    })
    .check(
      z.refine((data) => data.answer === 'accept' || data.reason !== undefined, {
        path: ['reason'],
        message: 'a rejection needs one of the reasons of the agreement',
      }),
    ),
);

export const leadContacted = naming(
  z.object({ ...whichLead, repId: z.exactOptional(text), channel: z.exactOptional(text) }),
);

export const contactAttempted = naming(
  z.object({
    ...whichLead,
    repId: z.exactOptional(text),
    channel: z.exactOptional(text),
    note: z.exactOptional(text),
  }),
);

export const leadClosed = naming(
  z.object({
    ...whichLead,
    repId: z.exactOptional(text),
    outcome: z.enum(OUTCOMES),
    revenue: z.exactOptional(amount),
    currency: z.exactOptional(text),
    reason: z.exactOptional(text),
  }),
);

export const repAvailabilityChanged = z.object({
  repId: name,
  state: z.enum(AVAILABILITY_STATES).check(z.describe('`away` keeps new leads from the rep, `back` ends that')),
  from: z.exactOptional(instant).check(z.describe('When it begins; when the event occurred where it is left out')),
  to: z.exactOptional(instant).check(z.describe('From then on leads come again; left out, only `back` ends it')),
  giveBack: z
    .exactOptional(z.boolean())
    .check(z.describe('Whether leads that the rep has not answered go back in line')),
});

export const leadOwnerChanged = naming(
  z.object({
    ...whichLead,
    repId: name.check(z.describe('Id of a rep of the agreement: who owns the lead now')),
    by: z.exactOptional(text).check(z.describe('Who changed the owner')),
  }),
);

const metadata = z.object({
  id: text.check(z.minLength(1)),
  version: z.literal(1),
  occurredAt: instant,
  correlationId: z.exactOptional(text),
  causationId: z.exactOptional(text),
});

/** Of what score-lead hears: it has a queue for each lane. */
const metadataOfLead = z.extend(metadata, {
  bulk: z
    .exactOptional(z.literal(true))
    .check(z.describe('One of many that nobody waits for, as of an import: it delays no other')),
});

const envelope = <N extends string, D extends z.ZodMiniType>(
  detailType: N,
  data: D,
  about: typeof metadata | typeof metadataOfLead = metadata,
) =>
  z.object({
    id: text.check(z.minLength(1)),
    source,
    time: instant,
    'detail-type': z.literal(detailType),
    detail: z.object({ metadata: z.exactOptional(about), data }),
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
} satisfies Record<InboundType, z.ZodMiniType>;
