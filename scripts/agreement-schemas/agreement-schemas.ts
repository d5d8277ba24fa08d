import { parse } from 'yaml';
import * as z from 'zod';
import { AGREEMENT_FILES, type AgreementFile } from '../../shared/agreement/checks/finding.ts';
import { LEAD_FIELD_TEXTS } from '../../shared/agreement/files/field-texts.ts';
import { AGREEMENT_SCHEMAS } from '../../shared/agreement/files/files.ts';
import { conditionDefinitions, FURTHER_FIELDS } from './condition-definitions.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const TITLES: Readonly<Record<AgreementFile, string>> = {
  scoring: 'scoring.yaml: who is hot, and what every point is for',
  territories: 'territories.yaml: which leads, in order, and the team that takes them',
  reps: 'reps.yaml: who takes leads, when they work and how they are reached',
  sla: 'sla.yaml: what is promised by when, and what happens when it is not kept',
  content: 'content.yaml: what a rep may send next',
  watches: 'watches.yaml: who is told when somebody does something',
};

/** The JSON Schema of a file as zod has it, with what we say of its keys beside it. */
export const rawSchema = (file: AgreementFile): JsonSchema =>
  z.toJSONSchema(AGREEMENT_SCHEMAS[file], {
    io: 'input',
    target: 'draft-7',
    override: ({ zodSchema, jsonSchema }) => {
      // Examples are of what is written; zod takes those of what becomes something else for that.
      const examples = z.globalRegistry.get(zodSchema)?.examples;
      if (Array.isArray(examples)) jsonSchema.examples = examples;
    },
  });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0;

/** Editors of VS Code's family show `markdownDescription` where they can, others the plain one. */
const described = (description: string, absent: unknown): JsonSchema => {
  const text = typeof absent === 'string' ? `${description} Left out: ${absent}.` : description;
  const plain = text.replaceAll('`', '');
  return plain === text ? { description: text } : { description: plain, markdownDescription: text };
};

/** Editors insert examples as they are, without quotes: those that YAML would not read as themselves are left out. */
const isInsertable = (example: unknown): boolean => typeof example !== 'string' || parse(example) === example;

const ANY_LEAD_FIELD = { anyOf: [{ enum: Object.keys(LEAD_FIELD_TEXTS) }, { pattern: FURTHER_FIELDS }] };

/** Keys whose values name schemas; other mappings are schemas themselves. */
const NAMING = ['properties', 'patternProperties', 'definitions'];

/** What an editor needs of a schema: references to conditions, and neither zod's own limits nor empty defaults. */
const forEditors = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(forEditors);
  if (!isRecord(schema)) return schema;
  const { title, description, absent, conditionOn, fieldOf, examples, ...rest } = schema;
  const about = {
    ...(title === undefined ? {} : { title }),
    ...(typeof description === 'string' ? described(description, absent) : {}),
  };
  if (conditionOn !== undefined) return { ...about, allOf: [{ $ref: `#/definitions/${conditionOn}Condition` }] };
  const kept = Object.entries(rest).filter(
    ([key, value]) =>
      !(key === 'default' && isEmpty(value)) &&
      !(key === 'maximum' && value === Number.MAX_SAFE_INTEGER) &&
      !(key === 'format' && 'pattern' in rest) &&
      !(key === 'propertyNames' && 'patternProperties' in rest),
  );
  return {
    ...about,
    ...Object.fromEntries(kept.map(([key, value]) => [key, NAMING.includes(key) ? named(value) : forEditors(value)])),
    ...(fieldOf === undefined ? {} : ANY_LEAD_FIELD),
    ...(Array.isArray(examples) && examples.every(isInsertable) ? { examples } : {}),
  };
};

const named = (schemas: unknown): unknown =>
  Object.fromEntries(Object.entries(Object(schemas)).map(([name, schema]) => [name, forEditors(schema)]));

const editorSchema = (file: AgreementFile): object => {
  const { $schema, definitions, ...schema } = rawSchema(file);
  const ours = definitions === undefined ? {} : { definitions: named(conditionDefinitions()) };
  return { $schema, title: TITLES[file], ...Object(forEditors(schema)), ...ours };
};

/** JSON Schemas of the files of an agreement, by file name. */
export const agreementSchemas = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    AGREEMENT_FILES.map((file) => [`${file}.schema.json`, `${JSON.stringify(editorSchema(file), null, 2)}\n`]),
  );
