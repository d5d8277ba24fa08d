import type { Notes } from './notes.ts';

/** An object of a line of JSON. */
export type Tree = Readonly<Record<string, unknown>>;

const NOTHING: Tree = {};

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const own = (value: unknown, name: string): unknown =>
  isTree(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/** An object within another, also as a list of one. What is there instead is noted. */
export const groupAt = (data: Tree, name: string, notes: Notes): Tree => {
  const value = own(data, name);
  if (isTree(value)) return value;
  const [only, ...others]: readonly unknown[] = Array.isArray(value) ? value : [];
  if (isTree(only) && others.length === 0) return only;
  const saysNothing = value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length);
  if (!saysNothing) notes.add(name, 'not an object');
  return NOTHING;
};
