import * as z from 'zod';

type Schema = z.core.SomeType;

/** Of what may be left out or becomes something else, what is written. */
const writtenOf = (schema: Schema): Schema => {
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodLazy)
    return writtenOf(schema.unwrap());
  return schema instanceof z.ZodPipe ? writtenOf(schema.in) : schema;
};

export const mayBeAbsent = (schema: Schema): boolean =>
  schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault;

/** The schema of a key or of an item; undefined where the schema knows no such part, or reads all of it at once. */
export const partOf = (schema: Schema, key: string | number): Schema | undefined => {
  const written = writtenOf(schema);
  if (written instanceof z.ZodArray) return written.element instanceof z.ZodUnknown ? undefined : written.element;
  if (!(written instanceof z.ZodObject)) return undefined;
  const part = Object.hasOwn(written.shape, key) ? written.shape[key] : written.def.catchall;
  return part instanceof z.ZodNever ? undefined : part;
};

/** The keys of a mapping that has a closed list of them. */
export const keysOf = (schema: Schema): readonly string[] => {
  const written = writtenOf(schema);
  return written instanceof z.ZodObject ? Object.keys(written.shape) : [];
};

/** Something that the schema takes: its example, or the least of its kind. Undefined where there is neither. */
export const exampleOf = (schema: Schema): unknown => {
  const examples = schema instanceof z.ZodType ? schema.meta()?.examples : undefined;
  if (Array.isArray(examples)) return examples[0];
  const written = writtenOf(schema);
  if (written !== schema) return exampleOf(written);
  if (written instanceof z.ZodArray) return [];
  if (written instanceof z.ZodEnum) return written.options[0];
  if (written instanceof z.ZodNumber) return 1;
  if (written instanceof z.ZodString) return 'x';
  if (!(written instanceof z.ZodObject)) return undefined;
  const needed = Object.entries(written.shape).filter(([, part]) => !mayBeAbsent(part));
  return Object.fromEntries(needed.map(([key, part]) => [key, exampleOf(part)]));
};
