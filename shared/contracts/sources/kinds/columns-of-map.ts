import type { Source } from '../../../domain/source/source.ts';
import { columnsOfTemplate } from '../../../fields/mapping/cell-value.ts';

/** The keys of a body that the map of a source asks for. */
export const columnsOfMap = ({ map }: Source): ReadonlySet<string> =>
  new Set(
    Object.values(map).flatMap((value) => {
      if (typeof value === 'string') return columnsOfTemplate(value);
      if (typeof value !== 'object') return [];
      return 'column' in value ? [value.column] : columnsOfTemplate(value.template);
    }),
  );
