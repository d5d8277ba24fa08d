import { quote } from '../../shared/domain/language/quote.ts';

/** The id of a row's event, `index` from 0: the row's own for the first. */
export const eventIdOf = (id: string, index: number): string => (index === 0 ? id : `${id}.${index + 1}`);

export interface RowIds {
  /** In words, which row before has this id or an event of it; undefined if none has. */
  known(id: string): string | undefined;
  add(id: string, line: number): void;
}

/**
 * The ids of the rows so far, each of which becomes up to `events` events. An event whose id another one had would be
 * taken for a second delivery of that, and passed over without a word.
 */
export const createRowIds = (events: number): RowIds => {
  const lines = new Map<string, number>();
  /** Rows whose later events would have an id of this row's: `7` and `7.2`. */
  const related = (id: string): readonly string[] => {
    const [, first, number = ''] = /^(.*)\.([1-9]\d*)$/s.exec(id) ?? [];
    const before = first !== undefined && Number(number) >= 2 && Number(number) <= events ? [first] : [];
    return [...before, ...Array.from({ length: events - 1 }, (_, i) => eventIdOf(id, i + 1))];
  };
  return {
    known: (id) => {
      const line = lines.get(id);
      if (line !== undefined) return `line ${line} has ${quote(id)}, too`;
      const other = related(id).find((one) => lines.has(one));
      return other === undefined
        ? undefined
        : `line ${lines.get(other)} has ${quote(other)}: events of ${quote(id)} would have the same id`;
    },
    add: (id, line) => void lines.set(id, line),
  };
};
