import * as z from 'zod';
import { condition, testParts } from '../../shared/agreement/files/condition.ts';
import {
  ACTIVITY_FIELD_TEXTS,
  type FieldText,
  FURTHER_FIELD_TEXT,
  LEAD_FIELD_TEXTS,
} from '../../shared/agreement/files/field-texts.ts';
import { OPERATOR_DESCRIPTIONS } from '../../shared/agreement/operators/operators.ts';
import type { OperatorName } from '../../shared/domain/condition/condition.ts';
import { activityFieldType, type FieldType, leadFieldType } from '../../shared/domain/condition/condition-fields.ts';
import { OPERATOR_NAMES } from '../../shared/domain/condition/operators.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const ref = (name: string) => ({ $ref: `#/definitions/${name}` });

/** JSON types of what a field is compared with. */
const CONSTANTS = {
  text: ['string'],
  number: ['number'],
  flag: ['boolean'],
  any: ['string', 'number', 'boolean'],
} as const satisfies Readonly<Record<FieldType, readonly string[]>>;

const FIELD_TYPES = ['text', 'number', 'flag', 'any'] as const satisfies readonly FieldType[];

const propertiesOf = (schema: z.ZodType): Readonly<Record<string, JsonSchema>> => {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) => (typeof property === 'object' ? [[name, property]] : [])),
  );
};

/** Whether an operator may be asked of a field of a type. */
const mayAsk = (type: FieldType, name: OperatorName): boolean => {
  const { compares } = OPERATOR_DESCRIPTIONS[name];
  return compares === 'any' || type === 'any' || compares === type;
};

/** A test of a field of a type; the check refuses what is asked of another. */
const testOf = (type: FieldType): JsonSchema => {
  const { not, ...parts } = propertiesOf(testParts);
  const asked: ReadonlySet<string> = new Set(OPERATOR_NAMES.filter((name) => mayAsk(type, name)));
  const properties = Object.fromEntries(Object.entries(parts).filter(([name]) => asked.has(name)));
  const { title = '', description = '' } = not ?? {};
  const constants = CONSTANTS[type];
  // One schema for the three forms: of several, an editor only says that none fits.
  return {
    type: [...constants, 'array', 'object'],
    items: { type: constants.length === 1 ? constants[0] : [...constants] },
    minItems: 1,
    properties: { ...properties, not: { title, description, allOf: [ref(`${type}Test`)] } },
    additionalProperties: false,
    minProperties: 1,
  };
};

const fieldOf = (type: FieldType, text: FieldText): JsonSchema => ({
  title: text.title,
  description: text.description,
  examples: [...text.examples],
  allOf: [ref(`${type}Test`)],
});

const conditionOn = (name: string, fields: Readonly<Record<string, JsonSchema>>): JsonSchema => {
  // What combines conditions, with references to this one in place of zod's own.
  const combining: unknown = JSON.parse(
    JSON.stringify(propertiesOf(condition)).replaceAll('{"$ref":"#"}', JSON.stringify(ref(name))),
  );
  return {
    type: 'object',
    properties: { ...fields, ...z.record(z.string(), z.looseObject({})).parse(combining) },
    additionalProperties: false,
    minProperties: 1,
  };
};

const fieldsOf = (
  texts: Readonly<Record<string, FieldText>>,
  typeOf: (field: string) => FieldType | undefined,
): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fieldOf(typeOf(name) ?? 'any', text)]));

/** Names of fields that no list can hold. */
export const FURTHER_FIELDS = '^fields\\..';

/** What the schemas of the files refer to: the conditions on leads and on activities, and the tests of each type. */
export const conditionDefinitions = (): Readonly<Record<string, JsonSchema>> => ({
  leadCondition: {
    ...conditionOn('leadCondition', fieldsOf(LEAD_FIELD_TEXTS, leadFieldType)),
    patternProperties: { [FURTHER_FIELDS]: fieldOf('any', FURTHER_FIELD_TEXT) },
  },
  activityCondition: conditionOn('activityCondition', fieldsOf(ACTIVITY_FIELD_TEXTS, activityFieldType)),
  ...Object.fromEntries(FIELD_TYPES.map((type) => [`${type}Test`, testOf(type)])),
});
