import type { Condition } from '../condition/condition.ts';
import type { Instant } from '../time/instant.ts';
import type { Happening, WatchRole } from '../vocabulary/watches.ts';

/** A watch of the agreement. Of `person`, `company` and `when` it has at least one, and what it has must hold. */
export interface Watch {
  /** Each once. */
  readonly name: string;
  readonly tell: readonly ToldBy[];
  /** Normalised address. */
  readonly person?: string;
  /** Registrable domain. */
  readonly company?: string;
  /** Over the lead's fields. */
  readonly when?: Condition;
  readonly happens: readonly Happening[];
  /** Kinds of activity; absent: each. */
  readonly does?: readonly string[];
}

/** Whom a watch tells. */
export type ToldBy = { readonly rep: string } | { readonly role: WatchRole };

/** A rep who has set a watch from a lead's page: on the person, kept with the lead, or on the company, with its account. */
export interface Watcher {
  readonly rep: string;
  /** From then on it tells nothing. */
  readonly until: Instant;
}

/** What a message of a watch tells. */
export interface Watched {
  /** Newest first, at most `HAPPENED_TOLD`; never empty. */
  readonly happened: readonly Happened[];
  /** How many happened before them that this message tells by number alone. */
  readonly more: number;
}

export interface Happened {
  readonly what: Happening;
  readonly at: Instant;
  /** Of an activity, or of one that a capture has joined. */
  readonly kind?: string;
  readonly title?: string;
  /** The agreement's watch; absent where the rep has set it. */
  readonly watch?: string;
}

export const HAPPENED_TOLD = 5;
