import { stringify } from 'yaml';
import * as z from 'zod';
import { condition, testParts } from '../../shared/agreement/files/condition.ts';
import {
  ACTIVITY_FIELD_TEXTS,
  FURTHER_FIELD_TEXT,
  LEAD_FIELD_TEXTS,
} from '../../shared/agreement/files/field-texts.ts';
import { activityFieldType, type FieldType, leadFieldType } from '../../shared/domain/condition/condition-fields.ts';
import { OWNER_CLAUSES } from '../../shared/domain/vocabulary/clauses.ts';
import { rawSchema } from './agreement-schemas.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;
type Row = readonly string[];

const propertiesOf = ({ properties = {} }: JsonSchema): readonly (readonly [string, JsonSchema])[] =>
  Object.entries(properties).flatMap(([key, one]) => (typeof one === 'object' ? [[key, one]] : []));

const itemOf = ({ items }: JsonSchema): JsonSchema | undefined =>
  typeof items === 'object' && !Array.isArray(items) ? items : undefined;

const code = (text: string): string => `\`${text}\``;
/** As people write it on one line: `{ a: [b, c] }`. */
const yaml = (value: unknown): string => {
  const text = stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
  return code(text.replaceAll('[ ', '[').replaceAll(' ]', ']'));
};

const whenAbsent = ({ absent, default: given }: JsonSchema, isNeeded: boolean): string => {
  if (isNeeded) return 'needed';
  return typeof absent === 'string' ? absent : yaml(given);
};

const exampleOf = ({ examples }: JsonSchema): string => (Array.isArray(examples) ? yaml(examples[0]) : '');

/** A row for each key, and for what is in it, but for what has a table of its own. */
const rowsOf = (schema: JsonSchema, above = '', apart: readonly string[] = []): readonly Row[] =>
  propertiesOf(schema).flatMap(([key, one]) => {
    const needed = schema.required?.includes(key) ?? false;
    const row = [code(`${above}${key}`), whenAbsent(one, needed), one.description ?? '', exampleOf(one)];
    if (apart.includes(key) || one.patternProperties !== undefined) return [row];
    const item = itemOf(one);
    return [row, ...rowsOf(one, `${above}${key}.`), ...(item === undefined ? [] : rowsOf(item, `${above}${key}[].`))];
  });

const part = (schema: JsonSchema | undefined, key: string): JsonSchema =>
  propertiesOf(schema ?? {}).find(([name]) => name === key)?.[1] ?? {};

const KEYS = ['field', 'left out', 'says', 'example'];

const WORDS: Readonly<Record<FieldType, string>> = {
  text: 'text',
  number: 'number',
  flag: 'true, false',
  any: 'any',
};

const fieldRows = (
  texts: Readonly<Record<string, typeof FURTHER_FIELD_TEXT>>,
  typeOf: (field: string) => FieldType | undefined,
): readonly Row[] =>
  Object.entries(texts).map(([name, { description, examples }]) => {
    return [code(name), WORDS[typeOf(name) ?? 'any'], description, yaml(examples[0])];
  });

const tableOf = (...[head = [], ...rows]: readonly Row[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The tables of docs/agreement.md, by the name in the comment above each. */
export const agreementTables = (): Readonly<Record<string, string>> => {
  const sla = rawSchema('sla');
  const inList = (file: 'territories' | 'reps' | 'content' | 'watches') => itemOf(part(rawSchema(file), file)) ?? {};
  const json = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
  return {
    scoring: tableOf(KEYS, ...rowsOf(rawSchema('scoring'))),
    territories: tableOf(KEYS, ...rowsOf(inList('territories'))),
    reps: tableOf(KEYS, ...rowsOf(inList('reps'))),
    'on-call': tableOf(KEYS, ...rowsOf(itemOf(part(rawSchema('reps'), 'onCall')) ?? {})),
    sla: tableOf(KEYS, ...rowsOf(sla, '', OWNER_CLAUSES)),
    clause: tableOf(KEYS, ...rowsOf(part(sla, 'accept'))),
    content: tableOf(KEYS, ...rowsOf(inList('content'))),
    watches: tableOf(KEYS, ...rowsOf(inList('watches'))),
    tests: tableOf(
      ['part of a test', 'passes'],
      ...propertiesOf(json(testParts)).map(([key, one]) => [code(key), one.description ?? '']),
    ),
    combining: tableOf(
      ['beside the fields', 'holds'],
      ...propertiesOf(json(condition)).map(([key, one]) => [code(key), one.description ?? '']),
    ),
    'lead-fields': tableOf(
      ['field', 'holds', 'says', 'example'],
      ...fieldRows({ ...LEAD_FIELD_TEXTS, 'fields.NAME': FURTHER_FIELD_TEXT }, leadFieldType),
    ),
    'activity-fields': tableOf(
      ['field', 'holds', 'says', 'example'],
      ...fieldRows(ACTIVITY_FIELD_TEXTS, activityFieldType),
    ),
  };
};

const END = '<!-- end of table -->';

/** The text with each table written anew between its comments. */
export const withTables = (text: string): string =>
  Object.entries(agreementTables()).reduce((now, [name, table]) => {
    const start = `<!-- table of ${name}, written by npm run schemas -->`;
    const [before, after] = [now.indexOf(start), now.indexOf(END, now.indexOf(start))];
    if (before === -1 || after === -1) throw new Error(`no table of ${name}`);
    return `${now.slice(0, before)}${start}\n\n${table}\n\n${now.slice(after)}`;
  }, text);
