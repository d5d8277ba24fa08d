import * as z from 'zod';
import { normaliseEmail } from '../../shared/domain/lead/email-address.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Feed } from '../feed.ts';

/** What must be known of a line to tell whose it is and to change it; everything else of it stays as it is. */
const envelope = z.looseObject({
  id: z.string().exactOptional(),
  time: z.string().exactOptional(),
  'detail-type': z.string(),
  detail: z.looseObject({
    metadata: z.looseObject({ occurredAt: z.string().exactOptional() }).exactOptional(),
    data: z.looseObject({
      person: z.looseObject({ email: z.string() }).exactOptional(),
      email: z.string().exactOptional(),
      leadId: z.string().exactOptional(),
      visitorId: z.string().exactOptional(),
    }),
  }),
});

export type Envelope = z.infer<typeof envelope>;

/** A line of a feed that is about the lead; `nth` counts the feed's lines in their order, from 0. */
export interface LeadLine {
  readonly index: number;
  /** Epoch milliseconds. */
  readonly at: Instant;
  readonly text: string;
  readonly event: Envelope;
}

export const readEnvelope = (text: string): Envelope | undefined => {
  try {
    return envelope.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** Every line about the lead with this normalised address: its captures, what it did, also as a visitor, and the answers. */
export const findLeadLines = (feed: Feed, email: string, leadId: string): readonly LeadLine[] => {
  const visitors = new Set<string>();
  const mine: LeadLine[] = [];
  const anonymous = new Map<string, LeadLine[]>();
  let index = 0;
  for (const { at, text } of feed.read()) {
    const event = readEnvelope(text);
    if (event !== undefined) {
      const line: LeadLine = { index, at, text, event };
      const { person, visitorId, ...data } = event.detail.data;
      const address = person?.email ?? data.email;
      if (address === undefined && data.leadId === undefined && visitorId !== undefined) {
        const known = anonymous.get(visitorId) ?? [];
        anonymous.set(visitorId, known);
        known.push(line);
      } else if (data.leadId === leadId || (address !== undefined && normaliseEmail(address) === email)) {
        mine.push(line);
        if (visitorId !== undefined) visitors.add(visitorId);
      }
    }
    index += 1;
  }
  return [...mine, ...[...visitors].flatMap((visitor) => anonymous.get(visitor) ?? [])].sort(
    (a, b) => a.index - b.index,
  );
};
