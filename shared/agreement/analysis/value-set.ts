import type { Scalar } from '../../domain/condition/condition.ts';
import type { FieldType } from '../../domain/condition/condition-fields.ts';
import { foldCase } from '../../domain/condition/fold-case.ts';
import { ALL_NUMBERS, type NumberSet, numbersIn, numbersInBoth, numbersNotIn, pickNumber } from './number-set.ts';
import { ANY_TEXT, NO_TEXT, pickText, type TextSet, textsIn, textsInBoth, textsNotIn } from './text-set.ts';

/** What one field may hold: nothing at all, true or false, numbers, texts (folded, as they are compared). */
export interface ValueSet {
  readonly absent: boolean;
  readonly flags: readonly boolean[];
  readonly numbers: NumberSet;
  readonly texts: TextSet;
}

const BOTH_FLAGS: readonly boolean[] = [true, false];

export const NOTHING: ValueSet = { absent: false, flags: [], numbers: [], texts: NO_TEXT };
export const ANYTHING: ValueSet = { absent: true, flags: BOTH_FLAGS, numbers: ALL_NUMBERS, texts: ANY_TEXT };
export const ABSENT: ValueSet = { ...NOTHING, absent: true };
export const PRESENT: ValueSet = { ...ANYTHING, absent: false };

export const OF_TYPE: Readonly<Record<FieldType, ValueSet>> = {
  text: { ...NOTHING, texts: ANY_TEXT },
  number: { ...NOTHING, numbers: ALL_NUMBERS },
  flag: { ...NOTHING, flags: BOTH_FLAGS },
  any: PRESENT,
};

const isNumber = (value: Scalar): value is number => typeof value === 'number';
const isText = (value: Scalar): value is string => typeof value === 'string';
const isFlag = (value: Scalar): value is boolean => typeof value === 'boolean';

export const equalTo = (constants: readonly Scalar[]): ValueSet => {
  const folded = constants.map(foldCase);
  const texts = folded.filter(isText);
  return {
    absent: false,
    flags: folded.filter(isFlag),
    numbers: numbersIn(folded.filter(isNumber)),
    texts: texts.length === 0 ? NO_TEXT : textsIn(texts),
  };
};

/** All others, absent ones too. */
export const differentFrom = (constants: readonly Scalar[]): ValueSet => {
  const folded = constants.map(foldCase);
  const texts = folded.filter(isText);
  const numbers = folded.filter(isNumber);
  return {
    absent: true,
    flags: BOTH_FLAGS.filter((flag) => !folded.includes(flag)),
    numbers: numbers.length === 0 ? ALL_NUMBERS : numbersNotIn(numbersIn(numbers)),
    texts: texts.length === 0 ? ANY_TEXT : textsNotIn(texts),
  };
};

export const valuesInBoth = (a: ValueSet, b: ValueSet): ValueSet => ({
  absent: a.absent && b.absent,
  flags: a.flags === b.flags ? a.flags : a.flags.filter((flag) => b.flags.includes(flag)),
  numbers: numbersInBoth(a.numbers, b.numbers),
  texts: textsInBoth(a.texts, b.texts),
});

/** A value of the set, of which an absent one (`value` undefined) comes first; undefined where the set is empty. */
export const pickValue = ({ absent, flags, numbers, texts }: ValueSet): { readonly value?: Scalar } | undefined => {
  if (absent) return {};
  const value = pickText(texts) ?? pickNumber(numbers) ?? flags[0];
  return value === undefined ? undefined : { value };
};
