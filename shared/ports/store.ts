import type { Documents, DocumentType } from '../domain/documents.ts';
import type { FactEvent } from '../domain/lead/fact-event.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { DocumentWithFacts } from '../domain/vocabulary/documents-with-facts.ts';

/** Which document; `id` is unique within its type. */
export interface Key<T extends DocumentType = DocumentType> {
  readonly type: T;
  readonly id: string;
}

export interface Stored<T extends DocumentType = DocumentType> {
  readonly key: Key<T>;
  /** Rises by one with each commit; what does not exist has version 0. */
  readonly version: number;
  readonly value: Documents[T];
}

/** Of one of these types, so that the type of its key tells what its value is. */
export type StoredOf<T extends DocumentType> = { [One in T]: Stored<One> }[T];

/** A document as it shall be, from the version that it was decided on. */
export type Write = { [T in DocumentType]: WriteOf<T> }[DocumentType];

export interface WriteOf<T extends DocumentType> {
  readonly key: Key<T>;
  readonly expectedVersion: number;
  readonly value: Documents[T];
  /** Facts that this commit gave rise to, in order; published if and only if it holds. */
  readonly events?: T extends DocumentWithFacts ? readonly FactEvent[] : never;
  /** Epoch milliseconds after which the store may forget it. */
  readonly expiresAt?: Instant;
}

export interface Snapshot {
  get<T extends DocumentType>(key: Key<T>): Stored<T> | undefined;
}

/** Whether it was committed, or somebody else had changed one of the documents. */
export type CommitResult = 'ok' | 'conflict';

/** A stretch of time: after `after`, from the first instant where that is left out, up to and including `upTo`. */
export interface Window {
  readonly after?: Instant;
  readonly upTo: Instant;
}

/** `daily` where nothing can be due but what a new agreement changes. */
export type LookKind = 'urgent' | 'daily';

/** Documents, their facts and the indexes that the clocks and the reps' pages need. Index answers are hints: load before deciding. */
export interface Store {
  /** Reads what was committed last. Absent keys are absent from the snapshot. At most 100. */
  load(keys: readonly Key[]): Promise<Snapshot>;
  /**
   * All or nothing; `conflict` when one document is not at its expected version. At most 100 items with the facts, of
   * 400 KB each and 4 MB together.
   */
  commit(writes: readonly Write[]): Promise<CommitResult>;
  /** Leads whose next look is in the window, oldest first, in pages: a page is read when it is asked for. */
  due(kind: LookKind, window: Window): AsyncIterable<readonly string[]>;
  /** Leads in a territory's line, oldest qualification first. */
  waiting(territory: string, limit: number): Promise<readonly string[]>;
  /** Leads that a rep owns, those owned longest first. */
  ownedBy(rep: string, limit: number): Promise<readonly string[]>;
  /** The facts of a lead from a sequence on, in order. */
  history(leadId: string, fromSequence?: number): Promise<readonly FactEvent[]>;
  /**
   * Notes that the document's facts `from + 1` to `to` are on the bus. Ignored unless all up to `from` are
   * known to be: then the gap is found by `unpublished`.
   */
  markPublished(key: Key, from: number, to: number): Promise<void>;
  /** Documents whose oldest fact that is not known to be on the bus was committed in the window, in pages as `due`. */
  unpublished(window: Window): AsyncIterable<readonly Key[]>;
  /** What is to be published of a document, once the oldest of it was committed by the instant; undefined if nothing is. */
  outbox(key: Key, committedBy: Instant): Promise<Outbox | undefined>;
}

/** Facts of one document that are to be published, in order. */
export interface Outbox {
  readonly key: Key;
  /** How many facts the document had before these. */
  readonly from: number;
  readonly events: readonly FactEvent[];
}

/** To load documents and to commit what was decided on them: all that most functions need. */
export type DocumentStore = Pick<Store, 'load' | 'commit'>;
