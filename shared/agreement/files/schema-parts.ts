import * as z from 'zod';
import type { Path } from '../checks/finding.ts';
import { meantOf } from './meant-option.ts';
import { mayBeAbsent, type Schema, writtenOf } from './written-schema.ts';

export const valueAt = (root: unknown, path: Path): unknown => {
  let value = root;
  for (const key of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return value;
};

const isAnything = (part: Schema): boolean => part instanceof z.ZodUnknown || part instanceof z.ZodNever;

/** The schema of a key or of an item; undefined where the schema knows no such part, or reads all of it at once. */
const partOf = (written: Schema, key: string | number): Schema | undefined => {
  let part: Schema | undefined;
  if (written instanceof z.ZodArray) part = written.element;
  if (written instanceof z.ZodRecord) part = written.valueType;
  if (written instanceof z.ZodObject)
    part = Object.hasOwn(written.shape, key) ? written.shape[key] : written.def.catchall;
  return part === undefined || isAnything(part) ? undefined : part;
};

export interface SchemaAt {
  readonly schema: Schema;
  /** How far the schema knows the parts of what is at the path, from the root. */
  readonly known: Path;
  /** Whether the value there may be left out. */
  readonly isOptional: boolean;
}

export const schemaAt = (root: Schema, value: unknown, path: Path): SchemaAt => {
  let at: SchemaAt = { schema: root, known: [], isOptional: mayBeAbsent(root) };
  for (const [depth, key] of path.entries()) {
    const written = meantOf(at.schema, valueAt(value, at.known));
    const schema = partOf(written, key);
    if (schema === undefined) return at;
    const isOptional = mayBeAbsent(schema) || written instanceof z.ZodRecord;
    at = { schema, known: path.slice(0, depth + 1), isOptional };
  }
  return at;
};

/** The keys of a mapping that has a closed list of them. */
export const keysOf = (schema: Schema, value: unknown): readonly string[] => {
  const written = meantOf(schema, value);
  if (written instanceof z.ZodRecord)
    return written.keyType instanceof z.ZodEnum ? written.keyType.options.map(String) : [];
  return written instanceof z.ZodObject ? Object.keys(written.shape) : [];
};

/** Something that the schema takes: its example, or the least of its kind. Undefined where there is neither. */
export const exampleOf = (schema: Schema): unknown => {
  const examples = schema instanceof z.ZodType ? schema.meta()?.examples : undefined;
  if (Array.isArray(examples)) return examples[0];
  const written = writtenOf(schema);
  if (written !== schema) return exampleOf(written);
  if (written instanceof z.ZodUnion) return written.options[0] && exampleOf(written.options[0]);
  if (written instanceof z.ZodArray) return [];
  if (written instanceof z.ZodRecord) return {};
  if (written instanceof z.ZodEnum) return written.options[0];
  if (written instanceof z.ZodLiteral) return [...written.values][0];
  if (written instanceof z.ZodNumber) return 1;
  if (written instanceof z.ZodString) return 'x';
  if (!(written instanceof z.ZodObject)) return undefined;
  const needed = Object.entries(written.shape).filter(([, part]) => !mayBeAbsent(part));
  return Object.fromEntries(needed.map(([key, part]) => [key, exampleOf(part)]));
};
