import { cut, tidy } from './characters.ts';
import { isNoValue, isPlaceholder, isPlaceholderName } from './placeholder.ts';
import { ABSENT, andThen, type Reader, type Reading, read, readScalar, type Scalar, unreadable } from './reading.ts';

/** Code points of the longest text that is kept. */
export const MAX_TEXT = 1_000;

const digitsOf = (number: number): Reading<string> =>
  Number.isFinite(number) && Math.abs(number) < 1e21 ? read(String(number)) : unreadable('not a text');

/** A tidy text, empty if there is none. A number is the text that it is written with: a postal code, an id. */
export const textOf = (value: unknown): Reading<string> =>
  andThen(readScalar(value), (scalar) => {
    if (typeof scalar === 'boolean') return unreadable('yes or no, not a text');
    return typeof scalar === 'number' ? digitsOf(scalar) : read(tidy(scalar));
  });

const cutToFit = (text: string): Reading<string> => {
  const value = cut(text, MAX_TEXT);
  return value === text ? read(text) : { value, problem: `longer than ${MAX_TEXT} characters, and cut` };
};

const readUnless =
  (saysNothing: (text: string) => boolean): Reader<string> =>
  (value) =>
    andThen(textOf(value), (text) => (saysNothing(text) ? ABSENT : cutToFit(text)));

/** A text as a person sees it, of at most 1,000 characters. A placeholder says nothing. */
export const readText = readUnless(isPlaceholder);

/** A text that is one of a list of somebody's own: `test` and `unknown` may be among them. */
export const readChosen = readUnless((text) => text === '');

/** A person's name: `Null` is one, `null` is none. */
export const readName = readUnless(isPlaceholderName);

/** A further field of the producer's own: a scalar as it is. `none` may be an answer there, `n/a` never is. */
export const readFurther: Reader<Scalar> = (value) =>
  andThen(readScalar(value), (scalar): Reading<Scalar> => {
    if (typeof scalar === 'boolean') return read(scalar);
    if (typeof scalar === 'number') return isStorable(scalar) ? read(scalar) : unreadable('out of range');
    return andThen(read(tidy(scalar)), (text) => (isNoValue(text) ? ABSENT : cutToFit(text)));
  });

/** Within what a table stores exactly enough. */
export const isStorable = (number: number): boolean =>
  number === 0 || (Math.abs(number) >= 1e-9 && Math.abs(number) <= 1e18);
