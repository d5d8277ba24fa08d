import { CHANNELS } from '../../domain/vocabulary/channels.ts';
import { REACH_FAILURES } from '../../domain/vocabulary/reach-failures.ts';
import * as z from '../zod.ts';

export const instant = z.iso.datetime().check(z.describe('ISO 8601, UTC'));
export const rep = z.string().check(z.describe('Id of a rep of the agreement'));

const failing = z
  .array(
    z.object({
      channel: z.enum(CHANNELS),
      reason: z.enum(REACH_FAILURES).check(z.describe('Why nothing would arrive')),
      since: instant.check(z.describe('Since when it is known to fail for this reason')),
    }),
  )
  .check(z.describe("The rep's channels by which nothing would arrive"));

/** The data of each fact about a rep. */
export const repFactData = {
  RepWentAway: z.object({
    rep,
    from: instant,
    to: z
      .exactOptional(instant)
      .check(z.describe('From then on leads come again; absent where only the return ends it')),
    leadsReturned: z.array(z.string()).check(z.describe('Ids of the unanswered leads that the rep gives back')),
  }),
  RepCameBack: z.object({ rep }),
  RepPaused: z.object({
    rep,
    lapses: z.int().check(z.positive(), z.describe('So many leads in a row were taken away by the clock')),
  }),
  RepUnreachable: z.object({ rep, since: instant.check(z.describe('Since when no channel reaches the rep')), failing }),
  RepReachable: z.object({
    rep,
    by: z.array(z.enum(CHANNELS)).check(z.describe('Channels that reach the rep')),
    failing,
  }),
};
