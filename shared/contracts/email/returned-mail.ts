import type { Instant } from '../../domain/time/instant.ts';
import type { MailReturn } from '../../domain/vocabulary/reach-failures.ts';
import { jsonText } from '../json-text.ts';
import * as z from '../zod.ts';
import { tagsOfEvent } from './mail-tags.ts';

/** A mail of ours that came back. */
export interface ReturnedMail {
  /** Of the event, the same at each delivery. */
  readonly id: string;
  /** As SES called it when it took it. */
  readonly messageId: string;
  readonly channel: 'email';
  readonly why: MailReturn;
  /** Epoch milliseconds at which SES took it, and at which SES told that it came back. */
  readonly sentAt: Instant;
  readonly at: Instant;
  /** To whom it was. Never to be logged. */
  readonly addresses: readonly string[];
  /** Whether it told of leads that had been held back. */
  readonly together: boolean;
  readonly leadId?: string;
  readonly list?: string;
}

const mail = z.object({
  messageId: z.string().check(z.minLength(1)),
  timestamp: z.iso.datetime(),
  destination: z.array(z.string()),
  tags: tagsOfEvent,
});

/** As SES writes it to EventBridge: "Examples of event data" in its developer guide, of which this is what we ask for. */
const event = z.object({
  id: z.string().check(z.minLength(1)),
  time: z.iso.datetime(),
  detail: z.discriminatedUnion('eventType', [
    z.object({ eventType: z.literal('Bounce'), bounce: z.object({ bounceType: z.string() }), mail }),
    z.object({ eventType: z.literal('Complaint'), mail }),
  ]),
});

const body = z.pipe(jsonText, event);

/**
 * Reads the body of a queue's message; undefined where a mail has only been delayed, or somebody's machine has answered it.
 * Throws a `$ZodError`: what comes from SES is AWS's own, or a mistake.
 */
export const readReturnedMail = (text: string): ReturnedMail | undefined => {
  const { id, time, detail } = body.parse(text);
  if (detail.eventType === 'Bounce' && detail.bounce.bounceType !== 'Permanent') return undefined;
  const { messageId, timestamp, destination, tags } = detail.mail;
  const [leadId] = tags.lead ?? [];
  const [list] = tags.list ?? [];
  return {
    id,
    messageId,
    channel: 'email',
    why: detail.eventType === 'Bounce' ? 'Bounced' : 'Complained',
    sentAt: Date.parse(timestamp),
    at: Date.parse(time),
    addresses: destination,
    together: tags.purpose?.[0] === 'digest',
    ...(leadId === undefined ? {} : { leadId }),
    ...(list === undefined ? {} : { list }),
  };
};
