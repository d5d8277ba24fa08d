import type * as z from '../zod.ts';

/** A type without `readonly` and with its intersections flattened, so that two spellings of it compare as one. */
type Plain<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? Plain<Item>[]
    : { -readonly [Key in keyof T]: Plain<T[Key]> };

/** Assignability alone would let a schema forget an optional field, and the next write would lose it. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Takes a schema for a domain type only if what it parses is that type, key by key. */
export const schemaOf =
  <Domain>() =>
  <Schema extends z.ZodMiniType<Domain>>(
    schema: Same<Plain<z.output<Schema>>, Plain<Domain>> extends true ? Schema : never,
  ): z.ZodMiniType<Domain> =>
    schema;
