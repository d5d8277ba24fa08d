import type { IsoInstant } from '../time/instant.ts';
import type { Channel } from '../vocabulary/channels.ts';
import type { ReachFailure } from '../vocabulary/reach-failures.ts';

/** What happened to a rep, before it has its place in the rep's sequence. */
export type RepFact =
  | {
      readonly type: 'RepWentAway';
      readonly data: {
        readonly rep: string;
        readonly from: IsoInstant;
        /** From then on leads come again; absent where only the rep's return ends it. */
        readonly to?: IsoInstant;
        /** Ids of the unanswered leads that the rep gives back. */
        readonly leadsReturned: readonly string[];
      };
    }
  /** Not told of an absence that ends at its `to`. */
  | { readonly type: 'RepCameBack'; readonly data: { readonly rep: string } }
  | {
      readonly type: 'RepPaused';
      /** `lapses`: so many leads in a row were taken away by the clock. */
      readonly data: { readonly rep: string; readonly lapses: number };
    }
  | {
      readonly type: 'RepUnreachable';
      /** None of the rep's channels reaches them; what stands in for one may. */
      readonly data: {
        readonly rep: string;
        readonly since: IsoInstant;
        readonly failing: readonly FailingChannel[];
      };
    }
  | {
      readonly type: 'RepReachable';
      readonly data: {
        readonly rep: string;
        /** Channels that reach the rep; never empty. */
        readonly by: readonly Channel[];
        /** Those that do not. */
        readonly failing: readonly FailingChannel[];
      };
    };

/** A channel by which nothing would reach its rep. */
export interface FailingChannel {
  readonly channel: Channel;
  readonly reason: ReachFailure;
  /** Since when it is known to fail for this reason. */
  readonly since: IsoInstant;
}
