import { activityFieldType, leadFieldType } from '../../domain/condition/condition-fields.ts';
import { textsNotIn } from './text-set.ts';
import { ANYTHING, OF_TYPE, type ValueSet, valuesInBoth } from './value-set.ts';

/** What the fields of something may hold before any condition is asked. */
export interface Universe {
  readonly valuesOf: (field: string) => ValueSet;
  /** Fields that are always there. */
  readonly given: readonly string[];
}

const universe = (
  typeOf: typeof leadFieldType,
  given: readonly string[],
  shape: (values: ValueSet) => ValueSet = (values) => values,
): Universe => {
  const known = new Map<string, ValueSet>();
  return {
    given,
    valuesOf: (field) => {
      const values = known.get(field) ?? shape({ ...OF_TYPE[typeOf(field) ?? 'any'], absent: !given.includes(field) });
      known.set(field, values);
      return values;
    },
  };
};

const NOT_EMPTY: ValueSet = { ...ANYTHING, texts: textsNotIn(['']) };

/** Every lead has an address; an empty text counts as absent when it is captured. */
export const LEADS = universe(leadFieldType, ['person.email'], (values) => valuesInBoth(values, NOT_EMPTY));

export const ACTIVITIES = universe(activityFieldType, ['kind']);
