import { foldName, tidy, usualWidth } from './characters.ts';
import { NO, YES } from './flag-words.ts';
import { isPlaceholder } from './placeholder.ts';
import { ABSENT, andThen, type Reader, read, readScalar, unreadable } from './reading.ts';

/** Ticks and crosses, which have neither letters nor digits. */
const SIGNS: ReadonlyMap<string, boolean> = new Map([
  ['✓', true],
  ['✔', true],
  ['✔️', true],
  ['☑', true],
  ['☑️', true],
  ['✅', true],
  ['✗', false],
  ['✘', false],
  ['☐', false],
  ['❌', false],
]);

/** A word as it is written, or 1 and 0 with nothing but noughts behind: `-1`, `+1` and `{{optin}}` are something else. */
const WORD = /^(?:[\p{L}\p{M} _.,'’-]*|([01])(?:\.0+)?)$/u;

/** Longer than any of the words. */
const LONGEST = 40;

/** Reads yes or no where, beside the usual words, more of them are no. */
export const flagBeside = (refusals: ReadonlySet<string>): Reader<boolean> => {
  const isNo = (word: string): boolean => NO.has(word) || refusals.has(word);
  return (value) =>
    andThen(readScalar(value), (scalar) => {
      if (typeof scalar === 'boolean') return read(scalar);
      const text = usualWidth(typeof scalar === 'number' ? String(scalar) : tidy(scalar));
      const sign = SIGNS.get(text);
      if (sign !== undefined) return read(sign);
      const [written = '', digit] = (text.length > LONGEST ? null : WORD.exec(text)) ?? [];
      const word = digit ?? foldName(written);
      if (YES.has(word)) return read(true);
      if (isNo(word)) return read(false);
      return isPlaceholder(text) ? ABSENT : unreadable('neither yes nor no');
    });
};

/** Yes or no in any usual word or sign for it; of the numbers 1 and 0 alone. */
export const readFlag = flagBeside(new Set());
