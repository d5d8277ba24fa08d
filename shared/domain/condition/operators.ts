import type { Operands, OperatorName, Scalar, Test } from './condition.ts';
import { foldCase, foldText } from './fold-case.ts';
import { outcodeOf } from './outcode.ts';

/** Whether a field passes; undefined is a field that is absent. */
export type Passes = (value: Scalar | undefined) => boolean;

/**
 * How values that pass can be looked up: the whole value, or so many of its first characters, is among `values`,
 * which are folded.
 */
export interface LookupKey {
  readonly length?: number;
  readonly values: ReadonlySet<Scalar>;
}

/** What functions need of an operator. */
interface Operator<Operand> {
  /** What can be made of the operand beforehand is made once, for many values. An absent field fails, but for `exists`. */
  readonly compile: (operand: Operand) => Passes;
  /** Undefined where the values that pass cannot be looked up. */
  readonly lookupKey: (operand: Operand) => LookupKey | undefined;
}

const noLookupKey = (): undefined => undefined;

const equalsAny = (constants: readonly Scalar[]): Passes => {
  const folded = new Set(constants.map(foldCase));
  const [only] = folded;
  if (only !== undefined && folded.size === 1) {
    return (value) => value === only || (typeof value === 'string' && foldText(value) === only);
  }
  return (value) => value !== undefined && folded.has(foldCase(value));
};

/** Numbers compare with numbers only. */
const forNumbers = <Operand>(holds: (value: number, operand: Operand) => boolean): Operator<Operand> => ({
  compile: (operand) => (value) => typeof value === 'number' && holds(value, operand),
  lookupKey: noLookupKey,
});

/** Both texts are folded. */
const forTexts = (holds: (value: string, part: string) => boolean): Operator<string> => ({
  compile: (operand) => {
    const part = foldText(operand);
    return (value) => typeof value === 'string' && holds(foldText(value), part);
  },
  lookupKey: noLookupKey,
});

const outcodesIn = (districts: string | readonly string[]): readonly string[] =>
  (typeof districts === 'string' ? [districts] : districts).map((district) => district.toLowerCase());

/** A postal code of a district begins with its outcode; of several, as far as the shortest of them goes. */
const districtKey = (districts: string | readonly string[]): LookupKey => {
  const outcodes = outcodesIn(districts);
  const length = Math.min(...outcodes.map((outcode) => outcode.length));
  return { length, values: new Set(outcodes.map((outcode) => outcode.slice(0, length))) };
};

/** In the order in which the parts of a test are told. */
export const OPERATORS: { readonly [Name in OperatorName]: Operator<Operands[Name]> } = {
  in: { compile: equalsAny, lookupKey: (constants) => ({ values: new Set(constants.map(foldCase)) }) },
  gte: forNumbers((value, bound) => value >= bound),
  gt: forNumbers((value, bound) => value > bound),
  lte: forNumbers((value, bound) => value <= bound),
  lt: forNumbers((value, bound) => value < bound),
  startsWith: {
    ...forTexts((value, part) => value.startsWith(part)),
    lookupKey: (start) => {
      const folded = foldText(start);
      return { length: folded.length, values: new Set([folded]) };
    },
  },
  endsWith: forTexts((value, part) => value.endsWith(part)),
  contains: forTexts((value, part) => value.includes(part)),
  district: {
    compile: (districts) => {
      const outcodes: ReadonlySet<string | undefined> = new Set(outcodesIn(districts));
      return (value) => typeof value === 'string' && outcodes.has(outcodeOf(value));
    },
    lookupKey: districtKey,
  },
  exists: { compile: (exists) => (value) => (value !== undefined) === exists, lookupKey: noLookupKey },
};

const isOperator = (name: string): name is OperatorName => Object.hasOwn(OPERATORS, name);

export const OPERATOR_NAMES: readonly OperatorName[] = Object.keys(OPERATORS).filter(isOperator);

/** What `read` makes of each part of a test, in the order of the operators. What stands under `not` is left to the caller. */
export const readParts = <Read>(
  test: Test,
  read: <Name extends OperatorName>(name: Name, operand: Operands[Name]) => Read,
): Read[] => {
  const parts: Partial<Operands> = test;
  const found: Read[] = [];
  const readPart = <Name extends OperatorName>(name: Name): void => {
    const operand = parts[name];
    if (operand !== undefined) found.push(read(name, operand));
  };
  for (const name of OPERATOR_NAMES) readPart(name);
  return found;
};
