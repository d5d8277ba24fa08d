import type { Scalar } from '../../domain/condition/condition.ts';
import type { FieldType } from '../../domain/condition/condition-fields.ts';
import type { TestParts, WrittenCondition, WrittenTest } from '../files/condition.ts';
import { type Complaint, type Path, quote } from './finding.ts';

type TypeOf = (path: string) => FieldType | undefined;

const JS_TYPES = { text: 'string', number: 'number', flag: 'boolean' } as const;
const IN_WORDS = { text: 'text', number: 'a number', flag: 'true or false' } as const;

const checkConstant = (field: string, type: FieldType, constant: Scalar): string | undefined => {
  if (type !== 'any' && typeof constant !== JS_TYPES[type]) {
    const hint = type === 'text' ? ': write it in quotes' : '';
    return `${field} is ${IN_WORDS[type]} and never equals ${quote(constant)}${hint}`;
  }
  return undefined;
};

const NEEDS = Object.entries({
  gte: 'number',
  gt: 'number',
  lte: 'number',
  lt: 'number',
  startsWith: 'text',
  endsWith: 'text',
  contains: 'text',
} satisfies Readonly<Record<Exclude<keyof TestParts, 'exists' | 'not'>, 'text' | 'number'>>);

const isParts = (test: WrittenTest): test is TestParts => typeof test === 'object' && !Array.isArray(test);

const checkTest = (field: string, type: FieldType, test: WrittenTest, path: Path): readonly Complaint[] => {
  if (!isParts(test)) {
    const constants = typeof test === 'object' ? test : [test];
    return constants.flatMap((constant, i) => {
      const message = checkConstant(field, type, constant);
      return message === undefined ? [] : [{ path: typeof test === 'object' ? [...path, i] : path, message }];
    });
  }
  const complaints: Complaint[] = [];
  for (const [name, needed] of NEEDS) {
    if (!Object.hasOwn(test, name) || type === 'any' || type === needed) continue;
    const message = `${field} is ${IN_WORDS[type]}: ${name} compares ${needed === 'text' ? 'text' : 'numbers'}`;
    complaints.push({ path: [...path, name], at: 'key', message });
  }
  if (test.not !== undefined) complaints.push(...checkTest(field, type, test.not, [...path, 'not']));
  return complaints;
};

/** Fields that do not exist, and tests that could never hold for what a field holds. */
export const checkCondition = (condition: WrittenCondition, typeOf: TypeOf, path: Path): readonly Complaint[] => {
  const complaints = Object.entries(condition.fields).flatMap(([field, test]): readonly Complaint[] => {
    const type = typeOf(field);
    if (type !== undefined) return checkTest(field, type, test, [...path, field]);
    return [{ path: [...path, field], at: 'key', message: `unknown field ${quote(field)}` }];
  });
  const { all, any = [], not } = condition;
  return [
    ...complaints,
    ...all.flatMap((part, i) => checkCondition(part, typeOf, [...path, 'all', i])),
    ...any.flatMap((part, i) => checkCondition(part, typeOf, [...path, 'any', i])),
    ...(not === undefined ? [] : checkCondition(not, typeOf, [...path, 'not'])),
  ];
};
