import * as z from 'zod';
import { mayBeAbsent, type Schema, writtenOf } from './written-schema.ts';

const isMapping = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objectsOf = ({ options }: z.ZodUnion): readonly z.ZodObject[] =>
  options.map(writtenOf).filter((option) => option instanceof z.ZodObject);

/** What is asked of a mapping whichever of the kinds is meant: what all need, and what is written alike in all that have it. */
const commonOf = (union: z.ZodDiscriminatedUnion): z.ZodObject => {
  const shapes = objectsOf(union).map(({ shape }) => shape);
  const partFor = (key: string): Schema => {
    const parts = shapes.flatMap(({ [key]: part }) => (part === undefined ? [] : [part]));
    const [written = z.unknown(), ...others] = new Set(parts.map(writtenOf));
    if (key === union.def.discriminator || others.length > 0) return z.exactOptional(z.unknown());
    return parts.length === shapes.length && !parts.some(mayBeAbsent) ? written : z.exactOptional(written);
  };
  const keys = [...new Set(shapes.flatMap((shape) => Object.keys(shape)))];
  return z.strictObject(Object.fromEntries(keys.map((key) => [key, partFor(key)])));
};

const byKind = (union: z.ZodDiscriminatedUnion, value: object): z.ZodObject => {
  const { discriminator } = union.def;
  const kind: unknown = Reflect.get(value, discriminator);
  const named = objectsOf(union).find(
    ({ shape: { [discriminator]: part } }) => part && z.safeParse(part, kind).success,
  );
  return named ?? commonOf(union);
};

/** A list of nothing but mappings is not meant for one of values. */
const mayBeMeant = ({ element }: z.ZodArray, list: readonly unknown[]): boolean =>
  !list.some(isMapping) || list.some((item) => z.safeParse(element, item).success);

/** Which of the options of a union a list or a mapping is meant for; undefined where that is not plain. */
export const meantAmong = ({ options }: z.ZodUnion, value: unknown): number | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const knownIn = (option: Schema): number => {
    const written = writtenOf(option);
    if (Array.isArray(value)) return written instanceof z.ZodArray && mayBeMeant(written, value) ? 1 : -1;
    if (!(written instanceof z.ZodObject)) return -1;
    return Object.keys(value).filter((key) => Object.hasOwn(written.shape, key)).length;
  };
  const known = options.map(knownIn);
  const most = Math.max(...known);
  return most < 0 ? undefined : known.indexOf(most);
};

/** How a value is written, among several ways the one that is meant for it. */
export const meantOf = (schema: Schema, value: unknown): Schema => {
  const written = writtenOf(schema);
  if (!(written instanceof z.ZodUnion)) return written;
  if (written instanceof z.ZodDiscriminatedUnion) return isMapping(value) ? byKind(written, value) : written;
  const option = written.options[meantAmong(written, value) ?? -1];
  return option === undefined ? written : meantOf(option, value);
};
