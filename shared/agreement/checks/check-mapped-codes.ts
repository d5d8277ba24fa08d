import type { MappedValue } from '../../domain/source/mapped-value.ts';
import { tidy } from '../../fields/characters.ts';
import { columnsOfTemplate } from '../../fields/mapping/cell-value.ts';
import { CODED_FIELDS } from '../codes/parts.ts';
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

/** Countries, regions, zones and languages that a map writes itself, and no lead can have. */
export const checkMappedCodes = async (
  map: Readonly<Record<string, MappedValue>>,
  path: Path,
): Promise<readonly Complaint[]> => {
  const written = CODED_FIELDS.map((field) => ({ field, values: writtenIn(map[field], [...path, field]) }));
  const has = (name: string) => written.find(({ field }) => field === name)?.values ?? [];
  const problems = await codeProblems(has('location.region').length > 0);
  const countries = has('location.country').map(({ text }) => text.toUpperCase());
  return written.flatMap(({ field, values }) =>
    values.flatMap(({ text, path: at }): readonly Complaint[] => {
      const message = problems[field](text, countries);
      return message === undefined ? [] : [{ path: at, message }];
    }),
  );
};
