import type { MappedValue } from '../../domain/source/mapped-value.ts';
import { tidy } from '../../fields/characters.ts';
import { contextOf, LEAD_READERS } from '../../fields/lead-readers.ts';
import { columnsOfTemplate } from '../../fields/mapping/cell-value.ts';
import { CODED_FIELDS, type CodedField } from '../codes/parts.ts';
import { codeProblems } from './check-codes.ts';
import type { Complaint, Path } from './finding.ts';

interface Written {
  readonly text: string;
  readonly path: Path;
}

/** What a value of a map is whatever a source sends, and what it becomes by the map's own words. */
const writtenIn = (value: MappedValue | undefined, path: Path): readonly Written[] => {
  if (value === undefined) return [];
  if (typeof value !== 'object') {
    const text = tidy(String(value));
    return columnsOfTemplate(text).length > 0 || text === '' ? [] : [{ text, path }];
  }
  const ofTexts = Object.entries(value.map ?? {}).flatMap(([text, to]) =>
    to === null ? [] : [{ text: tidy(String(to)), path: [...path, 'map', text] }],
  );
  const { default: ofNone } = value;
  return ofNone === undefined ? ofTexts : [...ofTexts, { text: tidy(String(ofNone)), path: [...path, 'default'] }];
};

/** As a lead has it; read by the country beside it, where there is one. */
const asRead = (field: CodedField, text: string, [country, ...more]: readonly string[]): string | undefined => {
  const reading = LEAD_READERS[field](text, contextOf(more.length > 0 ? undefined : country));
  return 'value' in reading ? String(reading.value) : undefined;
};

/**
 * Countries, regions, zones and languages that a map writes itself, and that the fields' own readers cannot read: each goes
 * the way of what a source sends.
 */
export const checkMappedCodes = async (
  map: Readonly<Record<string, MappedValue>>,
  path: Path,
): Promise<readonly Complaint[]> => {
  const written = CODED_FIELDS.map((field) => ({ field, values: writtenIn(map[field], [...path, field]) }));
  const has = (name: string) => written.find(({ field }) => field === name)?.values ?? [];
  const problems = await codeProblems(has('location.region').length > 0);
  const countries = has('location.country').flatMap(({ text }) => asRead('location.country', text, []) ?? []);
  return written.flatMap(({ field, values }) =>
    values.flatMap(({ text, path: at }): readonly Complaint[] => {
      const read = asRead(field, text, countries);
      if (read !== undefined && problems[field](read, countries) === undefined) return [];
      const message = problems[field](text, countries);
      return message === undefined ? [] : [{ path: at, message }];
    }),
  );
};
