import * as z from 'zod';

/** A text from a phone to the two-way number. */
export interface InboundSms {
  /** Of this message, the same at each delivery. */
  readonly id: string;
  /** E.164. */
  readonly from: string;
  /** The two-way number. */
  readonly to: string;
  readonly text: string;
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
    }): InboundSms => ({
      id: inboundMessageId,
      from: originationNumber,
      to: destinationNumber,
      text: messageBody,
      ...(previousPublishedMessageId ? { answered: previousPublishedMessageId } : {}),
    }),
  );

/** SNS wraps a message unless its subscription is for raw delivery. */
const notification = z.object({ Message: json.pipe(payload) }).transform(({ Message }) => Message);

const body = json.pipe(z.union([payload, notification]));

/** Reads the body of a queue's message. Throws a ZodError: what comes from the topic is AWS's own, or a mistake. */
export const readInboundSms = (text: string): InboundSms => body.parse(text);
