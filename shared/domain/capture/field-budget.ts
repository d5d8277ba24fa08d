import type { IgnoredField } from '../lead/facts.ts';
import { textBytes } from '../lead/text-bytes.ts';
import type { Told } from './capture-fields.ts';

/*
 * A lead with all that was ever told of it is one item of 400 KB, and so are its facts on their way to the bus. The
 * fields that conditions know are few; of the further ones, whose names producers make up, the newest are kept.
 */
const FURTHER_FIELDS = 200;
const FURTHER_BYTES = 64 * 1024;

/** As `createNotes` keeps them of one event. */
const MOST_IGNORED = 100;
const IGNORED_BYTES = 32 * 1024;

const isFurther = (path: string): boolean => path.startsWith('fields.');

/** A path stands with its value and with its stamp. */
const bytesOf = ({ fields, stamps }: Told, path: string): number =>
  2 * textBytes(path) + textBytes(String(fields[path])) + textBytes(stamps[path] ?? '');

const newestFirst =
  ({ stamps }: Told) =>
  (a: string, b: string): number => {
    const [one = '', other = ''] = [stamps[a], stamps[b]];
    return one === other ? (a < b ? -1 : 1) : one < other ? 1 : -1;
  };

/** What is told, without the oldest of the further fields where they are too many; and which those were. */
export const withinBudget = (told: Told): { readonly told: Told; readonly dropped: readonly string[] } => {
  const further = Object.keys(told.fields).filter(isFurther);
  const bytes = further.reduce((sum, path) => sum + bytesOf(told, path), 0);
  if (further.length <= FURTHER_FIELDS && bytes <= FURTHER_BYTES) return { told, dropped: [] };
  let taken = 0;
  const dropped = further.toSorted(newestFirst(told)).filter((path, index) => {
    taken += bytesOf(told, path);
    return index >= FURTHER_FIELDS || taken > FURTHER_BYTES;
  });
  const left = new Set(dropped);
  const keep = <V>(map: Readonly<Record<string, V>>): Record<string, V> =>
    Object.fromEntries(Object.entries(map).filter(([path]) => !left.has(path)));
  return { told: { fields: keep(told.fields), stamps: keep(told.stamps) }, dropped };
};

const letGo = (path: string): IgnoredField => ({
  path,
  problem: `let go: of more than ${FURTHER_FIELDS} further fields, or ${FURTHER_BYTES / 1024} KB of them, the newest are kept`,
});

/** What of a capture was not kept, or is kept no more, as it is told: what is too much to tell is counted. */
export const notKept = (ignored: readonly IgnoredField[], dropped: readonly string[]): readonly IgnoredField[] => {
  let bytes = 0;
  const all = [...ignored, ...dropped.map(letGo)];
  const shown = all.filter(({ path, problem }, index) => {
    bytes += textBytes(path) + textBytes(problem);
    return index < MOST_IGNORED && bytes <= IGNORED_BYTES;
  });
  const more = all.length - shown.length;
  return more === 0 ? all : [...shown, { path: 'fields', problem: `and ${more} more` }];
};
