import { mailTags } from '../shared/contracts/email/mail-tags.ts';
import { type Instant, toIso } from '../shared/domain/time/instant.ts';
import type { MailReturn } from '../shared/domain/vocabulary/reach-failures.ts';
import type { OutgoingMessage } from '../shared/ports/messenger.ts';

/** A mail that comes back. */
export interface MailBack {
  readonly message: OutgoingMessage<'email'>;
  readonly messageId: string;
  /** `Delayed`: its server takes no mail just now, which does not count. */
  readonly why: MailReturn | 'Delayed';
  /**
   * When it went out, and when it came back.
   * @default now
   */
  readonly sentAt?: Instant;
  readonly at?: Instant;
  /** Of the event, the same at each delivery; a new one unless told. */
  readonly id?: string;
}

const bounce = (bounceType: 'Permanent' | 'Transient', address: string) => ({
  eventType: 'Bounce',
  bounce: { bounceType, bounceSubType: 'General', bouncedRecipients: [{ emailAddress: address }] },
});

const WHAT: Readonly<Record<MailBack['why'], (address: string) => object>> = {
  Bounced: (address) => bounce('Permanent', address),
  Delayed: (address) => bounce('Transient', address),
  Complained: (address) => ({
    eventType: 'Complaint',
    complaint: { complainedRecipients: [{ emailAddress: address }], complaintFeedbackType: 'abuse' },
  }),
};

/** The body of a queue's message for it, as EventBridge hands on what SES publishes; instants in epoch milliseconds. */
export const returnEventOf = ({
  message,
  messageId,
  why,
  sentAt,
  at,
  id,
}: MailBack & { readonly sentAt: Instant; readonly at: Instant; readonly id: string }): string => {
  const tags = Object.entries(mailTags(message)).map(([name, value]) => [name, [value]] as const);
  return JSON.stringify({
    id,
    time: toIso(at),
    source: 'aws.ses',
    'detail-type': why === 'Complained' ? 'Email Complaint Received' : 'Email Bounced',
    detail: {
      ...WHAT[why](message.to),
      mail: {
        messageId,
        timestamp: toIso(sentAt),
        destination: [message.to],
        tags: { 'ses:operation': ['SendEmail'], ...Object.fromEntries(tags) },
      },
    },
  });
};
