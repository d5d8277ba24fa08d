import type { IgnoredField } from '../../domain/lead/facts.ts';
import type { Reading } from '../../fields/reading.ts';

/** More are of no use to anybody. */
const MOST = 100;

/** What of an event was cut or left out, gathered while it is read. */
export interface Notes {
  readonly ignored: readonly IgnoredField[];
  add(path: string, problem: string): void;
  /** What was read, if anything; what was lost of it is noted. */
  take<T>(path: string, reading: Reading<T>): T | undefined;
}

export const createNotes = (): Notes => {
  const ignored: IgnoredField[] = [];
  const add = (path: string, problem: string): void => {
    if (ignored.length < MOST) ignored.push({ path, problem });
  };
  return {
    ignored,
    add,
    take: (path, reading) => {
      if ('problem' in reading && reading.problem !== undefined) add(path, reading.problem);
      return 'value' in reading ? reading.value : undefined;
    },
  };
};
