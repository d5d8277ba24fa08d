import type { Sent } from '../domain/alert/delivery/sent.ts';
import type { Purpose } from '../domain/vocabulary/purposes.ts';

export type OutgoingMessage = {
  /** Whom it is for; null for marketing. */
  readonly rep: string | null;
  /** `help` answers a reply that could not be applied. */
  readonly purpose: Purpose | 'help';
  readonly leadIds: readonly string[];
  readonly text: string;
} & (
  | {
      readonly channel: 'sms' /** E.164. */;
      readonly to: string;
      /** The number to send from, one of the account's; SNS takes one itself where it is left out. */
      readonly from?: string;
      readonly senderId?: string /** US dollars. */;
      readonly maxPrice?: string;
    }
  | { readonly channel: 'email'; readonly to: string; readonly subject: string }
);

/** Sends one message. A channel that fails at once is an answer, not an error: another channel may do. */
export interface Messenger {
  send(message: OutgoingMessage): Promise<Sent>;
}
