import * as z from 'zod';
import { condition } from './condition.ts';
import { id, title } from './values.ts';

/** content.yaml: what a rep may send next. */
export const contentFile = z.strictObject({
  content: z.array(
    z.strictObject({
      id,
      title,
      url: z.url({ protocol: /^https?$/, error: 'expected a URL such as https://example.com/roi' }),
      for: condition.exactOptional(),
      after: z.array(z.string()).default([]),
    }),
  ),
});

export type ContentFile = z.infer<typeof contentFile>;
