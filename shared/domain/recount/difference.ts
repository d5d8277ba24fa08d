/** What is kept beside the leads, and can be counted from them. */
export const COUNTERS = ['open', 'unanswered', 'lastOwner', 'waiting'] as const;

export type Counter = (typeof COUNTERS)[number];

/** As people read it, before the name of the document. */
export const COUNTER_WORDS: Readonly<Record<Counter, string>> = {
  open: 'open leads',
  unanswered: 'leads to accept',
  lastOwner: 'last owner',
  waiting: 'waiting leads',
};

type Counted = number | string | null | readonly (string | { readonly leadId: string; readonly rep: string })[];

/** A counter that is not as the leads say. */
export interface Difference {
  readonly counter: Counter;
  readonly kept: Counted;
  readonly counted: Counted;
}

/** A document counted anew. */
export interface Recounted<T> {
  /** None where it is as the leads say. */
  readonly differences: readonly Difference[];
  /** The document as the leads say; what is not counted stays as it is kept. */
  readonly value: T;
}

/** Whether what is kept is what was counted, in any order, and each once; of more than `most`, any so many. */
export const isSameSet = (kept: readonly string[], counted: readonly string[], most = counted.length): boolean => {
  const names = new Set(counted);
  const wanted = Math.min(names.size, most);
  return kept.length === wanted && new Set(kept).size === wanted && kept.every((name) => names.has(name));
};

/** In place of what is kept: those of it that hold, in their order, and each that is missing before those that came later. */
export const mended = <T>(kept: readonly T[], counted: readonly T[], nameOf: (one: T) => string): readonly T[] => {
  const places = new Map(counted.map((one, place) => [nameOf(one), place]));
  const placeOf = (one: T): number => places.get(nameOf(one)) ?? Number.POSITIVE_INFINITY;
  const missing = new Map(counted.map((one) => [nameOf(one), one]));
  const all = kept.filter((one) => missing.delete(nameOf(one)));
  for (const one of missing.values()) {
    const later = all.findIndex((other) => placeOf(other) > placeOf(one));
    all.splice(later < 0 ? all.length : later, 0, one);
  }
  return all;
};
