import type { FactEvent } from '../../shared/domain/lead/fact-event.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { OutgoingMessage } from '../../shared/ports/messenger.ts';
import type { Observer } from '../../shared/ports/observer.ts';
import type { Store } from '../../shared/ports/store.ts';
import type { Story } from '../story.ts';
import { type Claims, createClaims } from './claims.ts';

export interface SentAt {
  readonly message: OutgoingMessage;
  readonly at: Instant;
  readonly messageId: string;
}

/** All that leaves the functions: what they commit, publish, send and log. */
export interface Seen {
  readonly committed: FactEvent[];
  /** As they went to the bus. */
  readonly publishedFacts: FactEvent[];
  readonly messages: OutgoingMessage[];
  readonly sentAt: SentAt[];
  readonly logged: string[];
  readonly claims: Claims;
  readonly observer: Observer;
  published(fact: FactEvent): void;
  sent(message: OutgoingMessage, at: Instant, messageId: string): void;
  watch(store: Store): Store;
}

export const createSeen = (story: Story): Seen => {
  const seen = {
    committed: [] as FactEvent[],
    publishedFacts: [] as FactEvent[],
    messages: [] as OutgoingMessage[],
    sentAt: [] as SentAt[],
    logged: [] as string[],
    claims: createClaims(),
  };
  const log = (message: string, ...rest: readonly unknown[]): void => {
    const line = `${message} ${rest.map((one) => (one instanceof Error ? one.message : JSON.stringify(one))).join(' ')}`;
    seen.logged.push(line);
    story.tell(() => `    log: ${line}`);
  };
  return {
    ...seen,
    observer: { info: log, warn: log, error: log, count: () => {}, measure: () => {} },
    published: (fact) => {
      seen.publishedFacts.push(fact);
      story.tell(() => `    bus: ${fact.type} ${JSON.stringify(fact.detail.data).slice(0, 160)}`);
    },
    sent: (message, at, messageId) => {
      seen.messages.push(message);
      seen.sentAt.push({ message, at, messageId });
      story.tell(() => `    MESSAGE ${message.purpose} to ${message.rep} by ${message.channel}`);
    },
    watch: (store) => ({
      ...store,
      commit: async (writes) => {
        const result = await store.commit(writes);
        if (result === 'conflict') {
          story.tell(() => '    a conflict');
          return result;
        }
        seen.committed.push(...writes.flatMap(({ events = [] }) => events));
        for (const write of writes) seen.claims.add(write);
        return result;
      },
    }),
  };
};
