import type { Instant } from '../../domain/time/instant.ts';
import { jsonText } from '../json-text.ts';
import * as z from '../zod.ts';

/** A text from a phone to the two-way number. */
export interface InboundSms {
  /** Of this message, the same at each delivery. */
  readonly id: string;
  /** E.164. */
  readonly from: string;
  /** The two-way number. */
  readonly to: string;
  readonly text: string;
  /** Epoch milliseconds at which its topic got it, some seconds after it was written; the same at each delivery. */
  readonly at: Instant;
  /** The message that this one answers, where the carrier knows it. */
  readonly answered?: string;
}

/** As AWS End User Messaging SMS writes it: "Example of a two-way SMS message payload" in its user guide. */
const payload = z.pipe(
  z.object({
    originationNumber: z.string().check(z.minLength(1)),
    destinationNumber: z.string().check(z.minLength(1)),
    messageBody: z.string(),
    inboundMessageId: z.string().check(z.minLength(1)),
    previousPublishedMessageId: z.nullish(z.string()),
  }),
  z.transform(
    ({
      originationNumber,
      destinationNumber,
      messageBody,
      inboundMessageId,
      previousPublishedMessageId,
    }): Omit<InboundSms, 'at'> => ({
      id: inboundMessageId,
      from: originationNumber,
      to: destinationNumber,
      text: messageBody,
      ...(previousPublishedMessageId ? { answered: previousPublishedMessageId } : {}),
    }),
  ),
);

/** As SNS wraps it, "HTTP/HTTPS notification JSON format" in its developer guide: nothing else tells the instant. */
const notification = z.pipe(
  z.object({ Message: z.pipe(jsonText, payload), Timestamp: z.iso.datetime() }),
  z.transform(({ Message, Timestamp }): InboundSms => ({ ...Message, at: Date.parse(Timestamp) })),
);

const body = z.pipe(jsonText, notification);

/** Reads the body of a queue's message. Throws a `$ZodError`: what comes from the topic is AWS's own, or a mistake. */
export const readInboundSms = (text: string): InboundSms => body.parse(text);
