export type StoreErrorCode =
  /** More keys or items than one call takes: decide fewer documents together. */
  | 'too-many-items'
  /** An item, a fact or a whole commit takes more bytes than the table or the bus: keep less, or decide fewer together. */
  | 'too-large'
  /** One document twice in a commit: decide what it shall be first. */
  | 'duplicate-document'
  /** Facts that do not follow on from each other: take their places from the lead that was loaded. */
  | 'facts-out-of-sequence'
  /** The store refused or could not be asked, and nothing is known to be written: deliver the cause again. */
  | 'commit-failed'
  /** Keys that the store did not get round to reading, however often it was asked. */
  | 'load-failed'
  /** A stored item that this version does not understand: deploy the version that wrote it. */
  | 'unreadable';

/** What a store could not do. A conflict is no error: it is an answer of `commit`. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
