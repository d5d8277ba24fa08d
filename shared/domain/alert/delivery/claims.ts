import type { Notice } from '../../lead/notice.ts';
import type { Channel } from '../../vocabulary/channels.ts';
import type { Bundle, ClaimedBundle, DoneBundle, Inboxes } from './inbox.ts';

/** A message to send now: its claim is committed before it goes out. */
export interface Send {
  readonly notice: Notice;
  readonly channel: Channel;
}

/** A bundle of a recipient's inbox. */
export interface BundleOf<B extends Bundle = Bundle> {
  readonly recipient: string;
  readonly bundle: B;
}

/** What has been claimed so far, beside the messages that go alone. */
export interface Claimed {
  readonly inboxes: Inboxes;
  /** To send now. */
  readonly bundles: readonly BundleOf<ClaimedBundle>[];
  /** Sent before, and not yet recorded with this lead. */
  readonly unrecorded: readonly BundleOf<DoneBundle>[];
}
