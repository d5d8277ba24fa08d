import * as z from 'zod';
import { SHARE_UNITS } from '../../domain/vocabulary/share-units.ts';
import { choice } from './choice.ts';
import { condition } from './condition.ts';
import { title } from './values.ts';

const member = z.strictObject({
  rep: z.string(),
  weight: z.number().positive('must be more than 0').default(1),
});

/** territories.yaml: which leads, in order, and the team that takes them. */
export const territoriesFile = z.strictObject({
  territories: z.array(
    z.strictObject({
      name: title,
      when: condition.exactOptional(),
      team: z.array(member),
      share: choice(SHARE_UNITS).default('count'),
      overflow: title.exactOptional(),
      language: z.literal('match', 'expected match').exactOptional(),
    }),
  ),
});

export type TerritoriesFile = z.infer<typeof territoriesFile>;
