import { CLAIM_MS } from '../../shared/domain/alert/delivery/claim-time.ts';
import { MARKETING } from '../../shared/domain/alert/delivery/inbox.ts';
import { recipientOf } from '../../shared/domain/alert/delivery/recipient.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { OutgoingMessage } from '../../shared/ports/messenger.ts';
import type { Write } from '../../shared/ports/store.ts';
import { SKEW_MS } from '../plan/fault.ts';

/** Two clocks, each wrong by as much as they may be. */
const SOONEST_MS = CLAIM_MS - 2 * SKEW_MS;

/** Who has claimed which message until when, as the commits say it. */
export interface Claims {
  add(write: Write): void;
  /** What was claimed while another claim held, and what was sent more often than it was claimed. */
  problems(messages: readonly OutgoingMessage[]): readonly string[];
}

interface Claim {
  /** What a message says of itself: lead, purpose, recipient and channel. */
  readonly message: string;
  /** The ends of its claims. */
  readonly until: Set<Instant>;
}

const messageOf = (leadId: string, purpose: string, recipient: string, channel: string): string =>
  `${purpose} of ${leadId} to ${recipient} by ${channel}`;

export const createClaims = (): Claims => {
  const claims = new Map<string, Claim>();
  const note = (sequence: number, message: string, until: Instant): void => {
    const name = `${sequence} ${message}`;
    const claim = claims.get(name) ?? { message, until: new Set() };
    claims.set(name, claim);
    claim.until.add(until);
  };
  return {
    add: ({ key, value }) => {
      if ('notices' in value) {
        for (const notice of value.notices) {
          for (const delivery of notice.deliveries) {
            if (delivery.state !== 'claimed') continue;
            const message = messageOf(key.id, notice.purpose, recipientOf(notice), delivery.channel);
            note(notice.sequence, message, delivery.until);
          }
        }
      }
      if ('bundles' in value) {
        for (const bundle of value.bundles) {
          if (bundle.state !== 'claimed') continue;
          for (const { leadId, sequence, purpose } of bundle.items) {
            note(sequence, messageOf(leadId, purpose, key.id, bundle.channel), bundle.until);
          }
        }
      }
    },
    problems: (messages) => {
      const problems: string[] = [];
      const allowed = new Map<string, number>();
      for (const { message, until } of claims.values()) {
        const ends = [...until].toSorted((a, b) => a - b);
        if (ends.some((end, index) => end - (ends[index - 1] ?? Number.NEGATIVE_INFINITY) < SOONEST_MS))
          problems.push(`claimed while another claim held: ${message}`);
        allowed.set(message, (allowed.get(message) ?? 0) + until.size);
      }
      const sent = new Map<string, number>();
      for (const { leadIds, purpose, rep, channel } of messages) {
        if (purpose === 'help') continue;
        const kind = purpose === 'digest' ? 'alert' : purpose;
        for (const id of leadIds) {
          const message = messageOf(id, kind, rep ?? MARKETING, channel);
          sent.set(message, (sent.get(message) ?? 0) + 1);
        }
      }
      for (const [message, times] of sent) {
        if (times > (allowed.get(message) ?? 0))
          problems.push(`sent ${times} times, more often than claimed: ${message}`);
      }
      return problems;
    },
  };
};
