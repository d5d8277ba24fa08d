import type { Source } from '../../domain/source/source.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** A request to the outside that a translation needs the answer of. */
export interface Fetch {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** JSON. */
  readonly body?: unknown;
}

/** The answer's JSON, or that there is nothing of that name any more. Whatever else may be answered is asked again. */
export type Fetched = { readonly found: unknown } | { readonly missing: 'gone' };

/** What a form, a call or a change tells of one person. */
export interface Submission {
  /** What makes a second delivery known, with the name of the source. */
  readonly id: string;
  /** Absent: when it was received. */
  readonly at?: Instant | undefined;
  /** By the paths of a lead's fields, as they were written. */
  readonly lead: Readonly<Record<string, unknown>>;
  /** Everything else, by the source's own stable keys: for the map, and for `fields`. */
  readonly rest: Readonly<Record<string, unknown>>;
  /** Where the address should have been, in the source's own terms. */
  readonly addressAt: string;
  /** Without it there is only the capture. */
  readonly activity?: SubmittedActivity;
  /** There is only the activity. */
  readonly withoutCapture?: boolean;
}

export interface SubmittedActivity {
  /** Absent: the source's own. */
  readonly kind?: string;
  readonly title?: unknown;
  readonly url?: unknown;
}

/** What became of a body. */
export interface Translated {
  readonly submissions: readonly Submission[];
  /** What is none of ours, each with why. */
  readonly ignored: readonly string[];
}

/** A body as it came, and what is known beside it. */
export interface Body {
  /** JSON, or a form's fields. */
  readonly value: unknown;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly hash: string;
  readonly receivedAt: Instant;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
}

/** How one kind of source tells of leads. */
export interface SourceReader {
  /** The kind of the activity, where sources.yaml names none. */
  readonly activity: string;
  /** What leads are by this kind, in `source` of the lead; absent: the source's name. */
  readonly word?: string;
  /** Whether well-known keys of what is left over fill the fields of a lead. */
  readonly knowsKeys: boolean;
  /** What has to be fetched before the body can be read. */
  fetches?(body: Body, source: Source): readonly Fetch[];
  /** Throws nothing: what is not understood is ignored, and said. */
  read(body: Body, source: Source, fetched: (request: Fetch) => Fetched): Translated;
}
