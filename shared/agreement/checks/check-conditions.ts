import type { Scalar, Test } from '../../domain/condition/condition.ts';
import type { FieldType } from '../../domain/condition/condition-fields.ts';
import { readParts } from '../../domain/condition/operators.ts';
import { quote } from '../../domain/language/quote.ts';
import type { WrittenCondition } from '../files/condition.ts';
import { OPERATOR_DESCRIPTIONS } from '../operators/operators.ts';
import type { Complaint, Path } from './finding.ts';

type TypeOf = (path: string) => FieldType | undefined;

const JS_TYPES = { text: 'string', number: 'number', flag: 'boolean' } as const;
const IN_WORDS = { text: 'text', number: 'a number', flag: 'true or false' } as const;
const SEVERAL_IN_WORDS = { text: 'text', number: 'numbers', flag: 'true and false' } as const;

const checkConstant = (field: string, type: FieldType, constant: Scalar): string | undefined => {
  if (type !== 'any' && typeof constant !== JS_TYPES[type]) {
    const hint = type === 'text' ? ': write it in quotes' : '';
    return `${field} is ${IN_WORDS[type]} and never equals ${quote(constant)}${hint}`;
  }
  return undefined;
};

/** At the place of each; a constant that was written without a list stands where the list would. */
const checkConstants = (field: string, type: FieldType, constants: readonly Scalar[], path: Path) =>
  constants.flatMap((constant, i): readonly Complaint[] => {
    const message = checkConstant(field, type, constant);
    return message === undefined ? [] : [{ path: [...path, i], message }];
  });

const checkTest = (field: string, type: FieldType, test: Test, path: Path): readonly Complaint[] => {
  const ofParts = readParts(test, (name, operand): readonly Complaint[] => {
    const { compares, known } = OPERATOR_DESCRIPTIONS[name];
    const found = known(operand);
    // A value or a list alone is written without a name.
    const place = name === 'in' ? path : [...path, name];
    if (found.kind === 'values') return checkConstants(field, type, found.values, place);
    if (compares === 'any' || type === 'any' || type === compares) return [];
    const message = `${field} is ${IN_WORDS[type]}: ${name} compares ${SEVERAL_IN_WORDS[compares]}`;
    return [{ path: place, at: 'key', message }];
  });
  return [...ofParts.flat(), ...(test.not === undefined ? [] : checkTest(field, type, test.not, [...path, 'not']))];
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
