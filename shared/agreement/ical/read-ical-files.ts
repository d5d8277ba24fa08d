import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quote } from '../../domain/language/quote.ts';
import type { Finding, Path } from '../checks/finding.ts';
import type { RepsFile } from '../files/reps.ts';
import type { CalendarEvent } from './ical-event.ts';
import { parseIcal, UnreadableCalendar, type Years } from './parse-ical.ts';

/** The events of each iCalendar file that could be read, by its name in reps.yaml. */
export type CalendarFiles = ReadonlyMap<string, readonly CalendarEvent[]>;

const contentOf = async (path: string): Promise<string> => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new UnreadableCalendar('it is not UTF-8');
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UnreadableCalendar(error.code === 'ENOENT' ? 'there is no such file' : String(error.code));
  }
};

interface Named {
  readonly file: string;
  readonly path: Path;
}

const namedIn = ({ reps, onCall }: RepsFile): readonly Named[] => [
  ...reps.flatMap(({ ical }, i) => (ical === undefined ? [] : [{ file: ical, path: ['reps', i, 'ical'] }])),
  ...onCall.flatMap(({ ical }, i) => (ical === undefined ? [] : [{ file: ical, path: ['onCall', i, 'ical'] }])),
];

/** Reads the iCalendar files that reps.yaml names, from the folder that it is in. */
export const readIcalFiles = async (
  folder: string,
  reps: RepsFile,
  years: Years,
): Promise<{ readonly files: CalendarFiles; readonly findings: readonly Finding[] }> => {
  const named = namedIn(reps);
  const files = new Map<string, readonly CalendarEvent[]>();
  const problems = new Map<string, string>();
  for (const file of new Set(named.map((one) => one.file))) {
    try {
      files.set(file, await parseIcal(await contentOf(join(folder, file)), years));
    } catch (error) {
      if (!(error instanceof UnreadableCalendar)) throw error;
      problems.set(file, `the calendar ${quote(file)} cannot be read: ${error.message}`);
    }
  }
  const findings = named.flatMap(({ file, path }): readonly Finding[] => {
    const message = problems.get(file);
    return message === undefined ? [] : [{ file: 'reps', path, message }];
  });
  return { files, findings };
};
