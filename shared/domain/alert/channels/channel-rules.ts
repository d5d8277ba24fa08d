import type { Sla } from '../../agreement/agreement.ts';
import type { Addresses, Channel } from '../../vocabulary/channels.ts';
import type { Bundled } from '../text/bundled.ts';
import type { Handover, Transliterate } from '../text/handover.ts';

/** A message that is ready to go out by a channel. */
export interface MessageBy<C extends Channel> {
  readonly channel: C;
  /** The address of its reader. */
  readonly to: string;
  readonly text: string;
}

/** Where a message goes, and how the agreement wants it sent. */
export interface Envelope {
  readonly to: string;
  readonly alerts: Sla['alerts'];
  /** In the agreement's order. */
  readonly rejectReasons: readonly string[];
}

/** All that a channel is, but for the sending. */
export interface ChannelRules<C extends Channel, Message extends MessageBy<C> = MessageBy<C>> {
  /** The address that a rep must have to be reached by it. */
  readonly needs: keyof Addresses;
  /** What a message comes to whose reader has no such address. */
  readonly withoutAddress: string;
  /** Whether it waits for the end of the rep's quiet hours. */
  readonly waitsForQuietHours: boolean;
  /** Whether a rep can reply by it. A reply names no lead, so what was sent is remembered in the rep's inbox. */
  readonly takesReplies: boolean;
  /** What stands in for it when it fails, the first that reaches the rep and has not failed itself. */
  readonly standIns: readonly Channel[];
  /** A message about one lead. */
  compose(handover: Handover, envelope: Envelope, transliterate: Transliterate): Message;
  /** One message about several leads. */
  composeBundle(bundled: Bundled, envelope: Envelope, transliterate: Transliterate): Message;
}
