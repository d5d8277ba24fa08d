import type { Documents, DocumentType } from '../../domain/documents.ts';
import { CHANNELS } from '../../domain/vocabulary/channels.ts';
import { REACH_FAILURES } from '../../domain/vocabulary/reach-failures.ts';
import * as z from '../zod.ts';
import { inboxSchema } from './inbox.ts';
import { activity, leadSchema, told, watchers } from './lead.ts';
import { schemaOf } from './schema-of.ts';

const instant = z.number();
const count = z.int().check(z.nonnegative());

const ofReader = { rep: z.string(), expiresAt: instant, as: z.exactOptional(z.enum(['manager', 'watcher'])) };

const attempt = { leadId: z.string(), cycle: count, attempt: count };

/**
 * Every document as it is read back from the table. Strict: what an older version does not know must
 * not be lost by its next write.
 */
export const documentSchemas: { readonly [T in DocumentType]: z.ZodMiniType<Documents[T]> } = {
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
          floor: z.exactOptional(z.number()),
          outOfTurn: z.exactOptional(z.number()),
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
      awaitedIn: z.exactOptional(z.array(z.string())),
      unanswered: z.exactOptional(z.array(z.string())),
      lapses: z.exactOptional(count),
      absence: z.exactOptional(
        z.discriminatedUnion('why', [
          z.strictObject({
            why: z.literal('away'),
            from: instant,
            to: z.exactOptional(instant),
            returned: z.array(z.string()),
          }),
          z.strictObject({ why: z.literal('paused'), from: instant, lapses: count }),
        ]),
      ),
      saidAt: z.exactOptional(instant),
      sequence: z.exactOptional(count),
    }),
  ),
  reach: schemaOf<Documents['reach']>()(
    z.strictObject({
      failing: z.partialRecord(z.enum(CHANNELS), z.strictObject({ reason: z.enum(REACH_FAILURES), since: instant })),
      worked: z.array(z.enum(CHANNELS)),
      restored: z.exactOptional(z.partialRecord(z.enum(CHANNELS), instant)),
      unreachableSince: z.exactOptional(instant),
      sequence: count,
    }),
  ),
  account: schemaOf<Documents['account']>()(
    z.strictObject({
      open: z.array(z.strictObject({ leadId: z.string(), rep: z.string() })),
      lastOwner: z.exactOptional(z.string()),
      waiting: z.exactOptional(z.array(z.string())),
      watchers,
    }),
  ),
  link: schemaOf<Documents['link']>()(
    z.union([
      z.strictObject({ ...attempt, ...ofReader }),
      z.strictObject({ leads: z.array(z.strictObject(attempt)), ...ofReader }),
    ]),
  ),
  pass: schemaOf<Documents['pass']>()(
    z.strictObject({
      reader: z.string(),
      rep: z.exactOptional(z.string()),
      from: z.int(),
      to: z.exactOptional(z.int()),
      expiresAt: instant,
    }),
  ),
  inbox: inboxSchema,
  identity: schemaOf<Documents['identity']>()(z.strictObject({ leadId: z.string() })),
  visitor: schemaOf<Documents['visitor']>()(
    z.discriminatedUnion('known', [
      z.strictObject({ known: z.literal(true), leadId: z.string() }),
      z.strictObject({
        known: z.literal(false),
        activities: z.array(activity),
        told: z.exactOptional(z.strictObject(told)),
      }),
    ]),
  ),
  receipt: schemaOf<Documents['receipt']>()(z.strictObject({ at: instant })),
  refusal: schemaOf<Documents['refusal']>()(
    z.strictObject({
      at: instant,
      problems: count,
      kept: z.exactOptional(
        z.strictObject({
          problems: z.array(z.strictObject({ path: z.string(), message: z.string() })),
          text: z.string(),
          whole: z.boolean(),
        }),
      ),
      sentAgainAt: z.exactOptional(instant),
    }),
  ),
  written: schemaOf<Documents['written']>()(
    z.strictObject({
      fields: z.record(z.string(), z.union([z.string(), z.number()])),
      sequence: count,
      at: instant,
      busyUntil: z.exactOptional(instant),
    }),
  ),
  reconciled: schemaOf<Documents['reconciled']>()(z.strictObject({ until: instant })),
};

export const isDocumentType = (type: unknown): type is DocumentType =>
  typeof type === 'string' && Object.hasOwn(documentSchemas, type);
