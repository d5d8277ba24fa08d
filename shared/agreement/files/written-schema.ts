import * as z from 'zod';

export type Schema = z.core.SomeType;

/** Of what may be left out or becomes something else, what is written. */
export const writtenOf = (schema: Schema): Schema => {
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodLazy)
    return writtenOf(schema.unwrap());
  return schema instanceof z.ZodPipe ? writtenOf(schema.in) : schema;
};

export const mayBeAbsent = (schema: Schema): boolean =>
  schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault;
