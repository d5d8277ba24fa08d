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

/** Where a channel may be told from the others: its own folder, its sender, the doctor's checks of it. */
const OWN_ROOMS = /^shared\/(domain\/alert\/channels|adapters\/aws\/senders)\/|^cli\/doctor\/channels\/|^test\//;

/** Comparisons with one channel: what a new channel does there nobody would be asked. */
export const comparedChannels = (sources: Sources, channels: readonly string[]): readonly string[] => {
  const names = channels.join('|');
  const comparison = new RegExp(`channel\\s*[!=]==\\s*'(${names})'|'(${names})'\\s*[!=]==|case '(${names})':`);
  return [...sources].flatMap(([file, source]) =>
    !OWN_ROOMS.test(file) && comparison.test(withoutComments(source)) ? [`${file} asks for one channel`] : [],
  );
};
