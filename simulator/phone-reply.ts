import { type Instant, toIso } from '../shared/domain/time/instant.ts';
/** A text from a phone. */
export interface PhoneReply {
  /** E.164. */
  readonly from: string;
  readonly text: string;
  /** Its own, the same at each delivery; a new one unless told. */
  readonly id?: string;
  /** Id of the message that it answers, where the carrier knows it. */
  readonly answered?: string;
}

/** A number kept for fiction. */
const TWO_WAY_NUMBER = '+12065550100';

/** The body of a queue's message for it, as SNS wraps what AWS End User Messaging SMS publishes; `at` in epoch milliseconds. */
export const notificationOf = (
  { from, text, id, answered }: PhoneReply & { readonly id: string },
  at: Instant,
): string =>
  JSON.stringify({
    Type: 'Notification',
    Timestamp: toIso(at),
    Message: JSON.stringify({
      originationNumber: from,
      destinationNumber: TWO_WAY_NUMBER,
      messageKeyword: 'KEYWORD',
      messageBody: text,
      inboundMessageId: id,
      ...(answered === undefined ? {} : { previousPublishedMessageId: answered }),
    }),
  });
