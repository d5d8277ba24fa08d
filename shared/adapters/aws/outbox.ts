import type { AttributeValue } from 'aws-lambda';
import * as z from '../../contracts/zod.ts';
import type { Outbox } from '../../ports/store.ts';
import { StoreError } from '../../ports/store-error.ts';
import { decodeFact, keyOf } from './item-codec.ts';

const image = z.object({
  pk: z.object({ S: z.string() }),
  outboxFrom: z.object({ N: z.string() }),
  outbox: z.object({ L: z.array(z.object({ S: z.string() })) }),
});

/**
 * The facts of the commit that left a document as a stream record's NewImage shows it. Undefined where
 * there are none: a fact's own item, a commit without facts, a note that facts were published.
 * Throws StoreError `unreadable`.
 */
export const outboxOf = (newImage: Readonly<Record<string, AttributeValue>> | undefined): Outbox | undefined => {
  if (newImage?.outboxFrom === undefined) return undefined;
  const parsed = image.safeParse(newImage);
  if (!parsed.success) {
    throw new StoreError(
      'unreadable',
      `Cannot read the outbox of a stream record: ${z.prettifyError(parsed.error)}. Deploy the version that wrote it.`,
    );
  }
  const key = keyOf(parsed.data.pk.S);
  return {
    key,
    from: Number(parsed.data.outboxFrom.N),
    events: parsed.data.outbox.L.map(({ S }) => decodeFact(key, S)),
  };
};
