import * as z from 'zod';
import { condition } from './condition.ts';
import { duration } from './duration.ts';
import { domain, kebabWord, title } from './values.ts';

const points = z.number();

/** scoring.yaml: who is hot, and what every point is for. */
export const scoringFile = z.strictObject({
  hot: z.number().positive('must be more than 0'),
  warm: z.number().exactOptional(),
  minimum: z.array(z.string()),
  fit: z.array(z.strictObject({ name: title, when: condition, points })),
  behaviour: z.strictObject({
    halfLife: duration,
    actions: z.array(
      z.strictObject({
        name: title,
        kind: kebabWord,
        when: condition.exactOptional(),
        points,
        atMost: z.number().positive('must be more than 0').exactOptional(),
        handRaise: z.boolean().default(false),
      }),
    ),
  }),
  freeMail: z.array(domain).default([]),
});

export type ScoringFile = z.infer<typeof scoringFile>;
