import { quote } from '../../domain/language/quote.ts';
import type { Complaint, IsRead, Path } from './finding.ts';

/** What goes by a name that another one above has: a `source` of `sources`, a `sink` of `sinks`. */
export const checkSameNames = (
  of: 'source' | 'sink',
  list: readonly { readonly name: string }[],
  isRead: IsRead,
): readonly Complaint[] => {
  const pathOf = (i: number): Path => [`${of}s`, i, 'name'];
  return list.flatMap(({ name }, i) =>
    isRead(pathOf(i)) && list.slice(0, i).some((one, above) => one.name === name && isRead(pathOf(above)))
      ? [{ path: pathOf(i), message: `another ${of} is called ${quote(name)}` }]
      : [],
  );
};
