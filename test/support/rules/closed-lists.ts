import type { Sources } from './imports.ts';
import { withoutComments } from './source-rules.ts';

/** Closed lists by their names. */
export type ClosedLists = ReadonlyMap<string, readonly string[]>;

/** Where each closed list stands, once. */
export const VOCABULARY = 'shared/domain/vocabulary/';

const TEXT = /'([^'\n]*)'/g;
const UNION = /'[^'\n]*'(?:\s*\|\s*'[^'\n]*')+/g;
const ARRAY = /\[\s*(?:(?:\.\.\.[\w.]+|'[^'\n]*')\s*,?\s*)+\]/g;

/** The texts of each union and each array that a source writes out. */
const groupsOf = (source: string): readonly (readonly string[])[] => {
  const code = withoutComments(source);
  const groups = [...code.matchAll(UNION), ...code.matchAll(ARRAY)];
  return groups.map(([group]) => [...group.matchAll(TEXT)].map(([, text = '']) => text));
};

/** All members; of a longer list also all but one, as in a copy that was forgotten when the list grew. */
const isCopy = (group: readonly string[], members: readonly string[]): boolean => {
  const missing = members.filter((member) => !group.includes(member)).length;
  return missing === 0 || (missing === 1 && members.length > 3);
};

/** Second copies of a closed list, written as a union or an array: they should be derived from it. */
export const copiedLists = (sources: Sources, lists: ClosedLists): readonly string[] =>
  [...sources].flatMap(([file, source]) => {
    if (file.startsWith('test/') || file.startsWith(VOCABULARY)) return [];
    const groups = groupsOf(source);
    const copied = [...lists].filter(([, members]) => groups.some((group) => isCopy(group, members)));
    return copied.map(([name]) => `${file} writes ${name} out`);
  });
