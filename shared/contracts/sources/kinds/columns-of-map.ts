import type { Source } from '../../../domain/source/source.ts';
import { columnsOfValue } from '../../../fields/mapping/cell-value.ts';

/** The keys of a body that the map of a source asks for. */
export const columnsOfMap = ({ map }: Source): ReadonlySet<string> =>
  new Set(Object.values(map).flatMap(columnsOfValue));
