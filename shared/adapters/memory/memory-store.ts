import { nextLook } from '../../domain/clock/next-look.ts';
import type { FactEvent } from '../../domain/lead/fact-event.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { nameOf, snapshotOf } from '../../ports/snapshot.ts';
import type { Key, Outbox, Store, Stored, Write, WriteOf } from '../../ports/store.ts';
import { checkCommit, checkLoad, factsBefore } from '../../ports/store-rules.ts';
import { createSortedIndex, type SortedIndex } from './sorted-index.ts';

export interface MemoryStore extends Store {
  /** Hears of each commit with facts, once it holds: what a table's stream is on AWS. */
  onCommit(listener: (outbox: Outbox) => void): void;
  /** The lead as last committed. */
  lead(leadId: string): Lead | undefined;
  leads(): Iterable<Lead>;
  /** When the earliest look is due, daily looks aside. */
  nextUrgentLook(): number | undefined;
  nextDailyLook(): number | undefined;
}

export interface MemoryStoreOptions {
  /** Freezes what is committed, so that a change behind the store's back is an error. For tests: it costs time. */
  readonly freeze?: boolean;
  /** Keeps the facts for `history` and `unpublishedBefore`. On unless told: a long simulation has no use for them. */
  readonly keepHistory?: boolean;
}

interface FactCount {
  readonly total: number;
  readonly published: number;
  /** When the oldest fact that is not known to be published was committed. */
  readonly since: number;
}

const isLeadWrite = (write: Write): write is WriteOf<'lead'> => write.key.type === 'lead';

const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
};

/** Everything in the memory of one process. Documents are shared, not copied: they are read-only by type. */
export const createMemoryStore = ({ freeze = false, keepHistory = true }: MemoryStoreOptions = {}): MemoryStore => {
  const documents = new Map<string, Stored>();
  const leads = new Map<string, Lead>();
  const facts = new Map<string, FactCount>();
  const unpublished = new Set<string>();
  const histories = new Map<string, { readonly key: Key; readonly events: FactEvent[] }>();
  const urgent = createSortedIndex();
  const daily = createSortedIndex();
  const lines = new Map<string, SortedIndex>();
  const listeners: ((outbox: Outbox) => void)[] = [];

  const lineOf = (territory: string): SortedIndex => {
    const line = lines.get(territory) ?? createSortedIndex();
    lines.set(territory, line);
    return line;
  };

  const index = (lead: Lead): void => {
    const look = nextLook(lead);
    urgent.set(lead.id, look === undefined || look.daily ? undefined : look.at);
    daily.set(lead.id, look?.daily ? look.at : undefined);
    const before = leads.get(lead.id);
    if (before?.stage === 'waiting') lineOf(before.territory).set(lead.id, undefined);
    if (lead.stage === 'waiting') lineOf(lead.territory).set(lead.id, lead.qualification.at);
    leads.set(lead.id, lead);
  };

  const recordFacts = (key: Key, events: readonly FactEvent[]): Outbox => {
    const name = nameOf(key);
    const count = facts.get(name) ?? { total: 0, published: 0, since: 0 };
    const committedAt = Date.parse(events[0]?.time ?? '');
    const since = count.published === count.total ? committedAt : count.since;
    facts.set(name, { ...count, total: count.total + events.length, since });
    unpublished.add(name);
    if (keepHistory) {
      const history = histories.get(name) ?? { key, events: [] };
      histories.set(name, history);
      history.events.push(...events);
    }
    return { key, from: count.total, events };
  };

  const put = (write: Write): Outbox | undefined => {
    const stored: Stored = { key: write.key, version: write.expectedVersion + 1, value: write.value };
    documents.set(nameOf(write.key), freeze ? deepFreeze(stored) : stored);
    if (isLeadWrite(write)) index(write.value);
    return write.events === undefined || write.events.length === 0 ? undefined : recordFacts(write.key, write.events);
  };

  const isStale = (write: Write): boolean => {
    const name = nameOf(write.key);
    if ((documents.get(name)?.version ?? 0) !== write.expectedVersion) return true;
    return (write.events ?? []).length > 0 && factsBefore(write) !== (facts.get(name)?.total ?? 0);
  };

  return {
    load: async (keys) => {
      checkLoad(keys);
      const found = new Map<string, Stored>();
      for (const key of keys) {
        const stored = documents.get(nameOf(key));
        if (stored !== undefined) found.set(nameOf(key), stored);
      }
      return snapshotOf(found);
    },
    commit: async (writes) => {
      checkCommit(writes);
      if (writes.some(isStale)) return 'conflict';
      const outboxes = writes.map(put).filter((outbox) => outbox !== undefined);
      for (const outbox of outboxes) for (const listener of listeners) listener(outbox);
      return 'ok';
    },
    dueBefore: async (instant, limit) =>
      [...urgent.first(limit, instant), ...daily.first(limit, instant)]
        .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map(({ id }) => id),
    waiting: async (territory, limit) => (lines.get(territory)?.first(limit) ?? []).map(({ id }) => id),
    history: async (leadId, fromSequence = 1) =>
      histories.get(nameOf({ type: 'lead', id: leadId }))?.events.slice(fromSequence - 1) ?? [],
    markPublished: async (key, from, to) => {
      const name = nameOf(key);
      const count = facts.get(name);
      if (count?.published !== from) return;
      facts.set(name, { ...count, published: to });
      if (to === count.total) unpublished.delete(name);
    },
    unpublishedBefore: async (instant, limit) =>
      [...unpublished]
        .flatMap((name) => {
          const count = facts.get(name);
          const history = histories.get(name);
          if (count === undefined || history === undefined || count.since >= instant) return [];
          return [{ key: history.key, from: count.published, events: history.events.slice(count.published) }];
        })
        .slice(0, limit),
    onCommit: (listener) => {
      listeners.push(listener);
    },
    lead: (leadId) => leads.get(leadId),
    leads: () => leads.values(),
    nextUrgentLook: () => urgent.first(1)[0]?.at,
    nextDailyLook: () => daily.first(1)[0]?.at,
  };
};
