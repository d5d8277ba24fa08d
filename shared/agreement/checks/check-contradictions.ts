import type { Condition, Test } from '../../domain/condition/condition.ts';
import { activityFieldType, leadFieldType } from '../../domain/condition/condition-fields.ts';
import { canHold } from '../analysis/can-hold.ts';
import { ACTIVITIES, LEADS, type Universe } from '../analysis/universe.ts';
import { compileOnFields } from '../compile-condition.ts';
import type { WrittenCondition } from '../files/condition.ts';
import { checkCondition } from './check-conditions.ts';
import { type Complaint, isWithin, type Path } from './finding.ts';
import { soundParts } from './sound-part.ts';

const NOTHING_ELSE: WrittenCondition = { fields: {}, all: [] };

const checkTest = (field: string, test: Test, path: Path, universe: Universe): readonly Complaint[] => {
  if (!canHold(compileOnFields({ ...NOTHING_ELSE, fields: { [field]: test } }), universe)) {
    return [{ path, message: `no value of ${field} passes this test` }];
  }
  if (test.not === undefined) return [];
  return checkTest(field, test.not, [...path, 'not'], universe);
};

const checkParts = ({ fields, all, any = [], not }: WrittenCondition, path: Path, universe: Universe) => [
  ...Object.entries(fields).flatMap(([field, test]) => checkTest(field, test, [...path, field], universe)),
  ...all.flatMap((part, i) => checkSound(part, [...path, 'all', i], universe)),
  ...any.flatMap((part, i) => checkSound(part, [...path, 'any', i], universe)),
  ...(not === undefined ? [] : checkSound(not, [...path, 'not'], universe)),
];

/** Whether all of its parts hold where it holds. */
export const isPlain = ({ fields, all, any, not }: WrittenCondition): boolean =>
  any === undefined &&
  not === undefined &&
  all.every(isPlain) &&
  Object.values(fields).every((test) => test.not === undefined);

const checkSound = (
  condition: WrittenCondition,
  path: Path,
  universe: Universe,
  within: readonly Condition[] = [],
): readonly Complaint[] => {
  const holds = canHold({ all: [...within, compileOnFields(condition)] }, universe);
  if (holds && isPlain(condition)) return [];
  const ofParts: readonly Complaint[] = checkParts(condition, path, universe);
  if (holds || ofParts.length > 0) return ofParts;
  // What stands in a list has no key.
  const at = typeof path.at(-1) === 'string' ? { at: 'key' as const } : {};
  return [{ path, ...at, message: 'this can never hold: its parts exclude each other' }];
};

const ON = {
  lead: { typeOf: leadFieldType, universe: LEADS },
  activity: { typeOf: activityFieldType, universe: ACTIVITIES },
} as const;

/**
 * Parts of a condition, as small as they can be told, that nothing can ever meet. `within` must hold as well, such
 * as the kind of an activity. What `checkCondition` complains of hides no other part.
 */
export const checkContradictions = (
  on: keyof typeof ON,
  condition: WrittenCondition,
  path: Path,
  within: readonly Condition[] = [],
): readonly Complaint[] => {
  const { typeOf, universe } = ON[on];
  const unsound = checkCondition(condition, typeOf, path);
  const isSound = (at: Path) => !unsound.some((complaint) => isWithin(complaint.path, at));
  const [whole, ...apart] = soundParts({ condition, path }, isSound);
  if (whole === undefined) return [];
  return [
    ...checkSound(whole.condition, path, universe, within),
    ...apart.flatMap((part) => checkSound(part.condition, part.path, universe)),
  ];
};
