import { type Complaint, type Path, quote } from './finding.ts';

/** One complaint for each name that was there before; `what` is what the names are of. */
export const checkUnique = (
  names: readonly string[],
  what: string,
  pathOf: (position: number) => Path,
): readonly Complaint[] => {
  const seen = new Set<string>();
  return names.flatMap((name, position) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [{ path: pathOf(position), message: `duplicate ${what} ${quote(name)}` }];
  });
};
