import * as z from 'zod';
import { leadCondition } from './condition.ts';
import { id, title } from './values.ts';

const piece = z
  .strictObject({
    id: id.meta({
      title: 'Id',
      description: 'Each id once. The `contentId` of activities.',
      examples: ['buyers-guide'],
    }),
    title: title.meta({ title: 'Title', description: 'What the rep reads.', examples: ["Buyer's guide"] }),
    url: z.url({ protocol: /^https?$/, error: 'expected a URL such as https://example.com/roi' }).meta({
      title: 'URL',
      description: 'Where it is, by `http` or `https`.',
      examples: ['https://example.com/guides/buyers-guide'],
      pattern: '^[Hh][Tt][Tt][Pp][Ss]?:',
    }),
    for: leadCondition
      .meta({ title: 'For', description: 'A condition on the lead.', absent: 'everybody' })
      .exactOptional(),
    after: z
      .array(z.string())
      .default([])
      .meta({
        title: 'After',
        description: 'Ids of what must have been read before. They need not be in this list.',
        absent: 'nothing',
        examples: [['product-tour']],
      }),
  })
  .meta({ title: 'Piece', description: 'Something that a rep may send.' });

/** content.yaml: what a rep may send next. */
export const contentFile = z.strictObject({
  content: z.array(piece).meta({ title: 'Content', description: 'What a rep may send next. May be empty.' }),
});

export type ContentFile = z.infer<typeof contentFile>;
