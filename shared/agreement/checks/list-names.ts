import { quote } from '../../domain/language/quote.ts';

/** So many names are told; of more, the rest is counted. */
const NAMED = 3;

/** `"A"`, `"A" and "B"`, `"A", "B", "C" and 4 more`. */
export const listNames = (names: readonly string[]): string => {
  const quoted = names.map(quote);
  const [first = ''] = quoted;
  if (quoted.length <= 1) return first;
  if (quoted.length > NAMED) return `${quoted.slice(0, NAMED).join(', ')} and ${quoted.length - NAMED} more`;
  return `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
};
