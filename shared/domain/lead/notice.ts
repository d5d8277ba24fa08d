import type { Instant } from '../time/instant.ts';
import type { Channel } from '../vocabulary/channels.ts';
import type { DoneDeliveryState, OpenDeliveryState } from '../vocabulary/delivery-states.ts';
import type { RepPurpose } from '../vocabulary/purposes.ts';
import type { RejectAction } from '../vocabulary/reject-actions.ts';
import type { Reason } from './facts.ts';

/** A message that is owed to a rep or to marketing; it goes when every delivery has been sent or has failed for good. */
export type Notice = RepNotice | MarketingNotice;

export interface RepNotice extends NoticeBase {
  readonly purpose: RepPurpose;
  readonly rep: string;
  /** Reps whom nothing reached, so that this one is told. */
  readonly instead?: readonly string[];
  /** Of `rep-paused`: the paused rep, whose manager is told. */
  readonly about?: string;
  /** Of a lead that was taken away by a person: the rep who has it now. */
  readonly taker?: string;
}

/** Marketing hears of each rejection. */
export interface MarketingNotice extends NoticeBase {
  readonly purpose: 'marketing';
  readonly rep: null;
  readonly rejection: Rejection;
}

export interface Rejection {
  /** The rep's id. */
  readonly by: string;
  readonly reason: string;
  readonly note?: string;
  readonly action: RejectAction;
  /** Paths; empty unless the lead goes back to marketing. */
  readonly missing: readonly string[];
  /** As the lead qualified. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

interface NoticeBase {
  /** The sequence of the fact that owed it: one notice for each purpose and fact. */
  readonly sequence: number;
  readonly attempt: number;
  readonly at: Instant;
  /** Empty until alert-rep has seen it. */
  readonly deliveries: readonly Delivery[];
}

export type Delivery =
  | { readonly channel: Channel; readonly state: OpenDeliveryState; readonly until: Instant }
  | {
      readonly channel: Channel;
      readonly state: DoneDeliveryState;
      /** Of what was sent and may still come back. */
      readonly messageId?: string;
    };
