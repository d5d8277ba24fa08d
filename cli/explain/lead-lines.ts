import * as z from 'zod';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { readEmailAddress } from '../../shared/fields/email-address.ts';
import { readIdentifier } from '../../shared/fields/identifier.ts';
import type { Feed } from '../feed.ts';

/** What must be known of a line to tell whose it is and to change it; everything else of it stays as it is. */
const envelope = z.looseObject({
  id: z.unknown().optional(),
  time: z.unknown().optional(),
  'detail-type': z.string(),
  detail: z.looseObject({
    metadata: z.unknown().optional(),
    data: z.looseObject({
      person: z.unknown().optional(),
      email: z.unknown().optional(),
      leadId: z.unknown().optional(),
      visitorId: z.unknown().optional(),
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

const identityOf = (address: unknown): string | undefined => {
  const reading = readEmailAddress(address);
  return 'value' in reading ? reading.value.identity : undefined;
};

const idOf = (value: unknown): string | undefined => {
  const reading = readIdentifier(value);
  return 'value' in reading ? reading.value : undefined;
};

const personOf = (person: unknown): unknown =>
  typeof person === 'object' && person !== null && 'email' in person ? person.email : undefined;

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
      const { data } = event.detail;
      const [address, lead, visitorId] = [
        identityOf(personOf(data.person) ?? data.email),
        idOf(data.leadId),
        idOf(data.visitorId),
      ];
      if (address === undefined && lead === undefined && visitorId !== undefined) {
        const known = anonymous.get(visitorId) ?? [];
        anonymous.set(visitorId, known);
        known.push(line);
      } else if (lead === leadId || address === email) {
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
