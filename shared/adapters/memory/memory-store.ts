import { nextRecheck } from '../../domain/clock/next-recheck.ts';
import type { FactEvent } from '../../domain/lead/fact-event.ts';
import { isOwned, type Lead } from '../../domain/lead/lead.ts';
import type { Instant, IsoInstant } from '../../domain/time/instant.ts';
import type { ErasableStore } from '../../ports/erasable-store.ts';
import { isLead, isOfType, snapshotOf } from '../../ports/snapshot.ts';
import type { Key, Outbox, Write, WriteOf } from '../../ports/store.ts';
import { checkCommit, checkLoad, factsBefore } from '../../ports/store-rules.ts';
import { createKnownSizes } from './known-sizes.ts';
import { createMemoryDocuments, type Tables, tableOf } from './memory-documents.ts';
import { createSortedIndex, type SortedIndex } from './sorted-index.ts';

export interface MemoryStore extends ErasableStore {
  /** Hears of each commit with facts, once it holds: what a table's stream is on AWS. */
  onCommit(listener: (outbox: Outbox) => void): void;
  /** The lead as last committed. */
  lead(leadId: string): Lead | undefined;
  leads(): Iterable<Lead>;
  /** When the earliest recheck is due, daily ones aside. */
  nextUrgentRecheck(): number | undefined;
  nextDailyRecheck(): number | undefined;
}

export interface MemoryStoreOptions {
  /** Freezes what is committed, so that a change behind the store's back is an error. For tests: it costs time. */
  readonly freeze?: boolean;
  /** Keeps the facts for `history` and `outbox`. On unless told: a long simulation has no use for them. */
  readonly keepHistory?: boolean;
}

/** How far a document's facts have come; changed in place. */
interface FactLog {
  readonly key: Key;
  total: number;
  published: number;
  /** When the oldest fact that is not known to be published was committed. */
  since: IsoInstant;
  readonly events: FactEvent[];
  /** How many of the first facts were erased. */
  erased: number;
}

/** Only asked of the few that are not published: an instant of each commit would take longer. */
const committedAt = ({ since }: FactLog): Instant => Date.parse(since);

const factsFrom = (log: FactLog | undefined, from: number): readonly FactEvent[] =>
  log?.events.slice(Math.max(0, from - log.erased)) ?? [];

const isLeadWrite = (write: Write): write is WriteOf<'lead'> => write.key.type === 'lead';

/** Where a lead stands among others: of a waitlist, or of an owner. */
interface Place {
  readonly of: string;
  readonly at: Instant;
}

const lineOf = (lead: Lead | undefined): Place | undefined =>
  lead?.stage === 'waiting' ? { of: lead.territory, at: lead.qualification.at } : undefined;

const ownerOf = (lead: Lead | undefined): Place | undefined =>
  lead !== undefined && isOwned(lead) ? { of: lead.owner.rep, at: lead.owner.at } : undefined;

const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
};

/** As many ids as a page of the table's indexes holds at most. */
const PAGE = 1_000;

async function* nonEmptyPagesOf<T>(all: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let first = 0; first < all.length; first += PAGE) yield all.slice(first, first + PAGE);
}

const DONE = Promise.resolve({ done: true, value: undefined } as const);
const NO_PAGES: AsyncIterable<never> = { [Symbol.asyncIterator]: () => ({ next: () => DONE }) };

/** Most windows hold nothing, and seven are asked for in each minute of a simulation: no generator is made for those. */
const pagesOf = <T>(all: readonly T[]): AsyncIterable<readonly T[]> =>
  all.length === 0 ? NO_PAGES : nonEmptyPagesOf(all);

/** Everything in the memory of one process. Documents are shared, not copied: they are read-only by type. */
export const createMemoryStore = ({ freeze = false, keepHistory = true }: MemoryStoreOptions = {}): MemoryStore => {
  const documents = createMemoryDocuments();
  const sizes = createKnownSizes();
  const logs: Tables<FactLog> = new Map();
  const unpublished = new Set<FactLog>();
  const urgent = createSortedIndex();
  const daily = createSortedIndex();
  const lines = new Map<string, SortedIndex>();
  const owned = new Map<string, SortedIndex>();
  const listeners: ((outbox: Outbox) => void)[] = [];

  const indexIn = (indexes: Map<string, SortedIndex>, of: string): SortedIndex => {
    const found = indexes.get(of) ?? createSortedIndex();
    indexes.set(of, found);
    return found;
  };

  const move = (indexes: Map<string, SortedIndex>, leadId: string, from: Place | undefined, to: Place | undefined) => {
    if (from !== undefined && from.of !== to?.of) indexIn(indexes, from.of).set(leadId, undefined);
    if (to !== undefined) indexIn(indexes, to.of).set(leadId, to.at);
  };

  const logOf = ({ type, id }: Key): FactLog | undefined => logs.get(type)?.get(id);

  const index = (lead: Lead, before: Lead | undefined): void => {
    const recheck = nextRecheck(lead);
    urgent.set(lead.id, recheck === undefined || recheck.daily ? undefined : recheck.at);
    daily.set(lead.id, recheck?.daily ? recheck.at : undefined);
    move(lines, lead.id, lineOf(before), lineOf(lead));
    move(owned, lead.id, ownerOf(before), ownerOf(lead));
  };

  const recordFacts = (key: Key, events: readonly FactEvent[]): Outbox => {
    const log = logOf(key) ?? { key, total: 0, published: 0, since: '', events: [], erased: 0 };
    tableOf(logs, key.type).set(key.id, log);
    const from = log.total;
    if (log.published === from) log.since = events[0]?.time ?? '';
    log.total += events.length;
    unpublished.add(log);
    if (keepHistory) log.events.push(...events);
    return { key, from, events };
  };

  const leadOf = (leadId: string): Lead | undefined => {
    const stored = documents.read({ type: 'lead', id: leadId });
    return stored !== undefined && isLead(stored) ? stored.value : undefined;
  };

  const unindex = (leadId: string): void => {
    const before = leadOf(leadId);
    urgent.set(leadId, undefined);
    daily.set(leadId, undefined);
    move(lines, leadId, lineOf(before), undefined);
    move(owned, leadId, ownerOf(before), undefined);
  };

  const put = (write: Write, most: number): Outbox | undefined => {
    const { key } = write;
    sizes.remember(write, most);
    if (isLeadWrite(write)) index(write.value, leadOf(key.id));
    documents.put({ key, version: write.expectedVersion + 1, value: freeze ? deepFreeze(write.value) : write.value });
    return write.events === undefined || write.events.length === 0 ? undefined : recordFacts(key, write.events);
  };

  const isStale = (write: Write): boolean => {
    if (documents.versionOf(write.key) !== write.expectedVersion) return true;
    return (write.events ?? []).length > 0 && factsBefore(write) !== (logOf(write.key)?.total ?? 0);
  };

  return {
    load: async (keys) => {
      checkLoad(keys);
      return snapshotOf(keys.map(documents.read).filter((stored) => stored !== undefined));
    },
    commit: async (writes) => {
      const most = writes.map((write) => sizes.mostOf(write, documents.read(write.key)?.value));
      checkCommit(writes, most);
      if (writes.some(isStale)) return 'conflict';
      const outboxes = writes.map((write, i) => put(write, most[i] ?? 0)).filter((outbox) => outbox !== undefined);
      for (const outbox of outboxes) for (const listener of listeners) listener(outbox);
      return 'ok';
    },
    due: (kind, window) => pagesOf((kind === 'urgent' ? urgent : daily).within(window).map(({ id }) => id)),
    waiting: async (territory, limit) => (lines.get(territory)?.first(limit) ?? []).map(({ id }) => id),
    ownedBy: async (rep, limit) => (owned.get(rep)?.first(limit) ?? []).map(({ id }) => id),
    history: async (leadId, fromSequence = 1) => factsFrom(logOf({ type: 'lead', id: leadId }), fromSequence - 1),
    markPublished: async (key, from, to) => {
      const log = logOf(key);
      if (log?.published !== from) return;
      log.published = to;
      if (to === log.total) unpublished.delete(log);
    },
    unpublished: ({ after = Number.NEGATIVE_INFINITY, upTo }) =>
      pagesOf(
        [...unpublished].filter((log) => committedAt(log) > after && committedAt(log) <= upTo).map(({ key }) => key),
      ),
    outbox: async (key, committedBy) => {
      const log = logOf(key);
      if (log === undefined || log.published === log.total || committedAt(log) > committedBy) return undefined;
      return { key, from: log.published, events: factsFrom(log, log.published) };
    },
    everything: async function* () {
      for (const key of documents.keys()) {
        const stored = documents.read(key);
        if (stored !== undefined) yield { kind: 'document', stored };
        for (const event of logOf(key)?.events ?? []) yield { kind: 'fact', of: key, event };
      }
    },
    documents: async function* (types) {
      for (const type of types) {
        for (const stored of documents.ofType(type)) if (isOfType(stored, type)) yield stored;
      }
    },
    erase: async (keys) => {
      for (const key of keys) {
        const log = logOf(key);
        if (log !== undefined) unpublished.delete(log);
        if (key.type === 'lead') unindex(key.id);
        documents.erase(key);
        sizes.forget(key);
        logs.get(key.type)?.delete(key.id);
      }
    },
    eraseFactsBefore: async (key, sequence) => {
      const log = logOf(key);
      if (log === undefined) return 0;
      const gone = log.events.splice(0, Math.max(0, sequence - 1 - log.erased));
      log.erased += gone.length;
      log.published = Math.max(log.published, Math.min(sequence - 1, log.total));
      if (log.published === log.total) unpublished.delete(log);
      return gone.length;
    },
    onCommit: (listener) => {
      listeners.push(listener);
    },
    lead: leadOf,
    leads: () =>
      documents
        .ofType('lead')
        .filter(isLead)
        .map(({ value }) => value),
    nextUrgentRecheck: () => urgent.least()?.at,
    nextDailyRecheck: () => daily.least()?.at,
  };
};
