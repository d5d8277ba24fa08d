import { countryProblem } from '../codes/countries.ts';
import { languageProblem } from '../codes/languages.ts';
import { loadRegions, type RegionProblem } from '../codes/regions.ts';
import { timeZoneProblem } from '../codes/time-zones.ts';
import type { WrittenCondition, WrittenTest } from '../files/condition.ts';
import type { UnderstoodFiles } from '../files/files.ts';
import { type Finding, isWithin, type Path } from './finding.ts';

/** A text that a field of a lead is compared with. */
interface Constant {
  readonly field: string;
  readonly text: string;
  readonly path: Path;
  /** Those that the same condition asks for. */
  readonly countries: readonly string[];
}

const textsOf = (test: WrittenTest | undefined, path: Path): readonly Pick<Constant, 'text' | 'path'>[] => {
  if (typeof test === 'string') return [{ text: test, path }];
  if (typeof test !== 'object') return [];
  if (Array.isArray(test))
    return test.flatMap((text, i) => (typeof text === 'string' ? [{ text, path: [...path, i] }] : []));
  return 'not' in test ? textsOf(test.not, [...path, 'not']) : [];
};

const constantsOf = ({ fields, all, any = [], not }: WrittenCondition, path: Path): readonly Constant[] => {
  const countries = textsOf(fields['location.country'], path).map(({ text }) => text.toUpperCase());
  return [
    ...Object.entries(fields).flatMap(([field, test]) =>
      textsOf(test, [...path, field]).map((constant) => ({ ...constant, field, countries })),
    ),
    ...all.flatMap((part, i) => constantsOf(part, [...path, 'all', i])),
    ...any.flatMap((part, i) => constantsOf(part, [...path, 'any', i])),
    ...(not === undefined ? [] : constantsOf(not, [...path, 'not'])),
  ];
};

type InFile = Constant & Pick<Finding, 'file'>;

const constantsIn = ({ scoring, territories, content }: UnderstoodFiles): readonly InFile[] => {
  const of = (file: Finding['file'], condition: WrittenCondition | undefined, path: Path): readonly InFile[] =>
    condition === undefined ? [] : constantsOf(condition, path).map((constant) => ({ file, ...constant }));
  return [
    ...(scoring?.fit ?? []).flatMap(({ when }, i) => of('scoring', when, ['fit', i, 'when'])),
    ...(territories?.territories ?? []).flatMap(({ when }, i) => of('territories', when, ['territories', i, 'when'])),
    ...(content?.content ?? []).flatMap((piece, i) => of('content', piece.for, ['content', i, 'for'])),
  ];
};

const problemOf = ({ field, text, countries }: Constant, regionProblem: RegionProblem): string | undefined => {
  switch (field) {
    case 'location.country':
      return countryProblem(text);
    case 'location.region':
      return regionProblem(text, countries);
    case 'location.timeZone':
      return timeZoneProblem(text);
    case 'language':
      return languageProblem(text);
    default:
      return undefined;
  }
};

/** Whether a finding only follows from a code that is none: that nobody speaks a language that there is not. */
export const followsFrom =
  (codes: readonly Finding[]) =>
  ({ file, path: [list, i = -1, key] }: Finding): boolean =>
    file === 'territories' &&
    list === 'territories' &&
    key === 'language' &&
    codes.some((code) => code.file === file && isWithin(code.path, [list, i, 'when', 'language']));

/** Countries, regions, zones and languages in conditions that no lead can have. */
export const checkCodes = async (files: UnderstoodFiles): Promise<readonly Finding[]> => {
  const constants = constantsIn(files);
  const regionProblem = constants.some(({ field }) => field === 'location.region')
    ? await loadRegions()
    : () => undefined;
  return constants.flatMap((constant): readonly Finding[] => {
    const message = problemOf(constant, regionProblem);
    return message === undefined ? [] : [{ file: constant.file, path: constant.path, message }];
  });
};
