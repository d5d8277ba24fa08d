import type { Notes } from './notes.ts';

/** An object of a line of JSON. */
export type Tree = Readonly<Record<string, unknown>>;

const NOTHING: Tree = {};

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const own = (value: unknown, name: string): unknown =>
  isTree(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** An object, also as a list of one. */
export const onlyTree = (value: unknown): Tree | undefined => {
  const [only, ...others]: readonly unknown[] = Array.isArray(value) ? value : [value];
  return isTree(only) && others.length === 0 ? only : undefined;
};

/** An object within another. What is there instead is noted. */
export const groupAt = (data: Tree, name: string, notes: Notes): Tree => {
  const value = own(data, name);
  const only = onlyTree(value);
  if (only !== undefined) return only;
  const saysNothing = value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length);
  if (!saysNothing) notes.add(name, 'not an object');
  return NOTHING;
};
