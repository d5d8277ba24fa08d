import * as z from 'zod';
import type { Documents, DocumentType } from '../../domain/documents.ts';
import { CHANNELS } from '../../domain/vocabulary/channels.ts';
import { REACH_FAILURES } from '../../domain/vocabulary/reach-failures.ts';
import { inboxSchema } from './inbox.ts';
import { activity, leadSchema, told } from './lead.ts';
import { schemaOf } from './schema-of.ts';

const instant = z.number();
const count = z.int().nonnegative();

const ofReader = { rep: z.string(), expiresAt: instant, as: z.literal('manager').exactOptional() };

const attempt = { leadId: z.string(), cycle: count, attempt: count };

/**
 * Every document as it is read back from the table. Strict: what an older version does not know must
 * not be lost by its next write.
 */
export const documentSchemas: { readonly [T in DocumentType]: z.ZodType<Documents[T]> } = {
  lead: leadSchema,
  ledger: schemaOf<Documents['ledger']>()(
    z.strictObject({
      virtualTime: z.number(),
      shares: z.record(
        z.string(),
        z.strictObject({
          virtualTime: z.number(),
          servedAt: instant,
          leads: z.number(),
          value: z.number(),
          floor: z.number().exactOptional(),
          outOfTurn: z.number().exactOptional(),
        }),
      ),
      excluded: z.array(z.string()),
    }),
  ),
  rep: schemaOf<Documents['rep']>()(
    z.strictObject({
      open: count,
      day: z.string(),
      today: count,
      awaitedIn: z.array(z.string()).exactOptional(),
      unanswered: z.array(z.string()).exactOptional(),
      lapses: count.exactOptional(),
      absence: z
        .discriminatedUnion('why', [
          z.strictObject({
            why: z.literal('away'),
            from: instant,
            to: instant.exactOptional(),
            returned: z.array(z.string()),
          }),
          z.strictObject({ why: z.literal('paused'), from: instant, lapses: count }),
        ])
        .exactOptional(),
      saidAt: instant.exactOptional(),
      sequence: count.exactOptional(),
    }),
  ),
  reach: schemaOf<Documents['reach']>()(
    z.strictObject({
      failing: z.partialRecord(z.enum(CHANNELS), z.strictObject({ reason: z.enum(REACH_FAILURES), since: instant })),
      worked: z.array(z.enum(CHANNELS)),
      unreachableSince: instant.exactOptional(),
      sequence: count,
    }),
  ),
  account: schemaOf<Documents['account']>()(
    z.strictObject({
      open: z.array(z.strictObject({ leadId: z.string(), rep: z.string() })),
      lastOwner: z.string().exactOptional(),
      waiting: z.array(z.string()).exactOptional(),
    }),
  ),
  link: schemaOf<Documents['link']>()(
    z.union([
      z.strictObject({ ...attempt, ...ofReader }),
      z.strictObject({ leads: z.array(z.strictObject(attempt)), ...ofReader }),
    ]),
  ),
  inbox: inboxSchema,
  identity: schemaOf<Documents['identity']>()(z.strictObject({ leadId: z.string() })),
  visitor: schemaOf<Documents['visitor']>()(
    z.discriminatedUnion('known', [
      z.strictObject({ known: z.literal(true), leadId: z.string() }),
      z.strictObject({
        known: z.literal(false),
        activities: z.array(activity),
        told: z.strictObject(told).exactOptional(),
      }),
    ]),
  ),
  receipt: schemaOf<Documents['receipt']>()(z.strictObject({ at: instant })),
  refusal: schemaOf<Documents['refusal']>()(
    z.strictObject({
      at: instant,
      problems: count,
      kept: z
        .strictObject({
          problems: z.array(z.strictObject({ path: z.string(), message: z.string() })),
          text: z.string(),
          whole: z.boolean(),
        })
        .exactOptional(),
      sentAgainAt: instant.exactOptional(),
    }),
  ),
};

export const isDocumentType = (type: unknown): type is DocumentType =>
  typeof type === 'string' && Object.hasOwn(documentSchemas, type);
