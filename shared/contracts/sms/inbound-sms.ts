import * as z from 'zod';
import type { Instant } from '../../domain/time/instant.ts';

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

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
});

/** As AWS End User Messaging SMS writes it: "Example of a two-way SMS message payload" in its user guide. */
const payload = z
  .object({
    originationNumber: z.string().min(1),
    destinationNumber: z.string().min(1),
    messageBody: z.string(),
    inboundMessageId: z.string().min(1),
    previousPublishedMessageId: z.string().nullish(),
  })
  .transform(
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
  );

/** As SNS wraps it, "HTTP/HTTPS notification JSON format" in its developer guide: nothing else tells the instant. */
const notification = z
  .object({ Message: json.pipe(payload), Timestamp: z.iso.datetime() })
  .transform(({ Message, Timestamp }): InboundSms => ({ ...Message, at: Date.parse(Timestamp) }));

const body = json.pipe(notification);

/** Reads the body of a queue's message. Throws a ZodError: what comes from the topic is AWS's own, or a mistake. */
export const readInboundSms = (text: string): InboundSms => body.parse(text);
