import type { DocumentType } from '../../domain/documents.ts';
import * as z from '../zod.ts';
import { isDocumentType } from './documents.ts';
import { factEventSchema } from './fact-event.ts';

/** Facts of one document that are to be published again, as a queue holds them. */
export const outbox = z.object({
  key: z.object({
    type: z.custom<DocumentType>(isDocumentType),
    id: z.string(),
  }),
  from: z.number(),
  events: z.array(factEventSchema),
});
