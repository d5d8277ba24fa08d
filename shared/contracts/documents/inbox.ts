import type { Inbox } from '../../domain/alert/delivery/inbox.ts';
import { CHANNELS } from '../../domain/vocabulary/channels.ts';
import { NOTICE_PURPOSES } from '../../domain/vocabulary/purposes.ts';
import * as z from '../zod.ts';
import { schemaOf } from './schema-of.ts';

const instant = z.number();
const channel = z.enum(CHANNELS);
const purpose = z.enum(NOTICE_PURPOSES);
const owed = { leadId: z.string(), sequence: z.int().check(z.nonnegative()), purpose };

const bundle = { id: z.int().check(z.positive()), channel, purpose, items: z.array(z.strictObject(owed)) };

export const inboxSchema = schemaOf<Inbox>()(
  z.strictObject({
    // Written before there was a channel, a document has none of its messages.
    sent: z.partialRecord(channel, z.array(instant)),
    held: z.array(z.strictObject({ ...owed, channel, since: instant })),
    bundles: z.array(
      z.discriminatedUnion('state', [
        z.strictObject({ ...bundle, state: z.literal('claimed'), until: instant }),
        z.strictObject({
          ...bundle,
          state: z.literal('done'),
          until: z.exactOptional(instant),
          sent: z.union([
            z.strictObject({ messageId: z.string(), mayReturn: z.exactOptional(z.literal(true)) }),
            z.strictObject({ failure: z.string() }),
          ]),
        }),
      ]),
    ),
    texts: z.array(
      z.strictObject({
        messageId: z.exactOptional(z.string()),
        at: instant,
        leads: z.array(z.strictObject({ leadId: z.string(), attempt: z.int().check(z.nonnegative()) })),
      }),
    ),
    helped: z.exactOptional(z.array(z.strictObject({ reply: z.string(), at: instant }))),
  }),
);
