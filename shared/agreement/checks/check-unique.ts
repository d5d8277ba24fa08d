import { quote } from '../../domain/language/quote.ts';
import type { Complaint, Path } from './finding.ts';

interface Names {
  /** What the names are of. */
  readonly of: string;
  readonly names: readonly string[];
  readonly pathOf: (position: number) => Path;
  readonly isRead: (path: Path) => boolean;
}

/** One complaint for each name that was there before. */
export const checkUnique = ({ of: what, names, pathOf, isRead }: Names): readonly Complaint[] => {
  const seen = new Set<string>();
  return names.flatMap((name, position) => {
    if (!isRead(pathOf(position))) return [];
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [{ path: pathOf(position), message: `duplicate ${what} ${quote(name)}` }];
  });
};
