/**
 * What a reader makes of a value that somebody sent. `problem` says in words what is wrong, never with the
 * value itself; beside a value it says what of it was lost. Nothing that is read throws.
 */
export type Reading<T> =
  | { readonly value: T; readonly problem?: string }
  | { readonly absent: true }
  | { readonly problem: string };

/** Any value in, a reading out, in a time bounded by the size of the value. */
export type Reader<T> = (value: unknown) => Reading<T>;

/** A reader that must know something beside the value, such as the country; each `Reader` is one too. */
export type ReaderIn<Context, T> = (value: unknown, context: Context) => Reading<T>;

export const ABSENT: Reading<never> = { absent: true };

export const read = <T>(value: T): Reading<T> => ({ value });

export const unreadable = (problem: string): Reading<never> => ({ problem });

/** Passes on what a first reader could not read, and its problem beside what a second one reads. */
export const andThen = <A, B>(first: Reading<A>, next: (value: A) => Reading<B>): Reading<B> => {
  if (!('value' in first)) return first;
  const second = next(first.value);
  return 'value' in second && first.problem !== undefined ? { ...second, problem: first.problem } : second;
};

export type Scalar = string | number | boolean;

const kindOf = (value: object): string => (Array.isArray(value) ? 'a list' : 'an object');

/** The one string, number or boolean that a value is: forms and JSON of forms send lists of one. */
export const readScalar: Reader<Scalar> = (value) => {
  if (value === undefined || value === null) return ABSENT;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return read(value);
  if (Array.isArray(value) && value.length === 0) return ABSENT;
  const [only]: readonly unknown[] = Array.isArray(value) && value.length === 1 ? value : [value];
  if (typeof only === 'string' || typeof only === 'number' || typeof only === 'boolean') return read(only);
  if (only === null) return ABSENT;
  return unreadable(typeof only === 'object' ? `${kindOf(only)}, not one value` : 'not a value');
};
