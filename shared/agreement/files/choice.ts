import * as z from 'zod';

/** `a or b`, `a, b or c`. */
export const orList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** One word of a closed list. */
export const choice = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words, `expected ${orList(words)}`);
