import { HAPPENINGS } from '../../domain/vocabulary/watches.ts';
import * as z from '../zod.ts';
import { rep } from './rep-facts.ts';

const watcher = z.object({
  rep: z.exactOptional(rep).check(z.describe('Who is told; absent for marketing')),
  watch: z
    .exactOptional(z.string())
    .check(z.describe("The agreement's watch; absent where the rep has set it on the page")),
  what: z.enum(HAPPENINGS).check(z.describe('What happened, of several what tells most')),
  kind: z.exactOptional(z.string()).check(z.describe('Of an activity')),
});

export const watchTriggered = z.object({
  watchers: z.array(watcher).check(z.describe('Whom the watches of this happening tell, each once')),
  untold: z
    .exactOptional(z.int())
    .check(z.describe('How many more would have been told: so many are not told of one happening')),
});
