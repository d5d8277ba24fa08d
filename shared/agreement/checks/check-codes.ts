import type { Test } from '../../domain/condition/condition.ts';
import { tidy } from '../../fields/characters.ts';
import { countryProblem } from '../codes/countries.ts';
import { languageProblem } from '../codes/languages.ts';
import { CODED_FIELDS, type CodedField, PART_OPERATORS, partProblem } from '../codes/parts.ts';
import { loadRegions, type RegionProblem } from '../codes/regions.ts';
import { timeZoneProblem } from '../codes/time-zones.ts';
import type { WrittenCondition } from '../files/condition.ts';
import type { UnderstoodFiles } from '../files/files.ts';
import { type Complaint, type Finding, isWithin, type Path } from './finding.ts';

/** Why no lead can have a value; `countries` are those that the same condition asks for. */
type Problem = (text: string, countries: readonly string[]) => string | undefined;

type Problems = Readonly<Record<CodedField, Problem>>;

const NO_REGION: RegionProblem = () => undefined;

/** Why no lead can have a code, by its field; of a region only where one is asked for. */
export const codeProblems = async (ofRegions: boolean): Promise<Problems> => ({
  'location.country': countryProblem,
  'location.region': ofRegions ? await loadRegions() : NO_REGION,
  'location.timeZone': timeZoneProblem,
  language: languageProblem,
});

/** The texts that a field is to equal, or not; a text that was written without a list stands where the list would. */
const textsOf = (test: Test | undefined, path: Path): readonly { readonly text: string; readonly path: Path }[] => {
  if (test === undefined) return [];
  const own = (test.in ?? []).flatMap((text, i) =>
    typeof text === 'string' ? [{ text: tidy(text), path: [...path, i] }] : [],
  );
  return [...own, ...textsOf(test.not, [...path, 'not'])];
};

/** The beginnings, ends and parts that a field is to have, or not. */
const partProblems = (field: CodedField, test: Test | undefined, path: Path): readonly Complaint[] => {
  if (test === undefined) return [];
  const own = PART_OPERATORS.flatMap((operator): readonly Complaint[] => {
    const { [operator]: part } = test;
    const message = part === undefined ? undefined : partProblem(field, operator, tidy(part));
    return message === undefined ? [] : [{ path: [...path, operator], message }];
  });
  return [...own, ...partProblems(field, test.not, [...path, 'not'])];
};

const partsOf = (
  { all, any = [], not }: WrittenCondition,
  path: Path,
): readonly (readonly [WrittenCondition, Path])[] => [
  ...all.map((part, i): [WrittenCondition, Path] => [part, [...path, 'all', i]]),
  ...any.map((part, i): [WrittenCondition, Path] => [part, [...path, 'any', i]]),
  ...(not === undefined ? [] : [[not, [...path, 'not']] as const]),
];

const asks = (condition: WrittenCondition, field: string): boolean =>
  Object.hasOwn(condition.fields, field) || partsOf(condition, []).some(([part]) => asks(part, field));

const checkCondition = (condition: WrittenCondition, path: Path, problems: Problems): readonly Complaint[] => {
  const { fields } = condition;
  const countries = textsOf(fields['location.country'], []).map(({ text }) => text.toUpperCase());
  const complaints = CODED_FIELDS.flatMap((field) =>
    textsOf(fields[field], [...path, field]).flatMap(({ text, path: at }): readonly Complaint[] => {
      const message = problems[field](text, countries);
      return message === undefined ? [] : [{ path: at, message }];
    }),
  );
  const ofParts = CODED_FIELDS.flatMap((field) => partProblems(field, fields[field], [...path, field]));
  return [
    ...complaints,
    ...ofParts,
    ...partsOf(condition, path).flatMap(([part, at]) => checkCondition(part, at, problems)),
  ];
};

type Placed = Pick<Finding, 'file' | 'path'> & { readonly condition: WrittenCondition };

const conditionsIn = ({ scoring, territories, content, watches }: UnderstoodFiles): readonly Placed[] => {
  const at = (file: Finding['file'], condition: WrittenCondition | undefined, path: Path): readonly Placed[] =>
    condition === undefined ? [] : [{ file, condition, path }];
  return [
    ...(scoring?.fit ?? []).flatMap(({ when }, i) => at('scoring', when, ['fit', i, 'when'])),
    ...(territories?.territories ?? []).flatMap(({ when }, i) => at('territories', when, ['territories', i, 'when'])),
    ...(content?.content ?? []).flatMap((piece, i) => at('content', piece.for, ['content', i, 'for'])),
    ...(watches?.watches ?? []).flatMap(({ when }, i) => at('watches', when, ['watches', i, 'when'])),
  ];
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
  const conditions = conditionsIn(files);
  const problems = await codeProblems(conditions.some(({ condition }) => asks(condition, 'location.region')));
  return conditions.flatMap(({ file, condition, path }) =>
    checkCondition(condition, path, problems).map((complaint) => ({ file, ...complaint })),
  );
};
