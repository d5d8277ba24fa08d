import { isTree } from '../events/json-tree.ts';

/** Numbers beyond what a double holds: ids of 64 bits. */
const LONG_NUMBERS = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

/** JSON whose long whole numbers stay as they were written, as texts. Throws a SyntaxError. */
export const readJsonBody = (text: string): unknown =>
  JSON.parse(text.replaceAll(LONG_NUMBERS, (found) => (found.startsWith('"') ? found : `"${found}"`)));

/** The fields of a form; one that comes several times is a list. */
export const readFormBody = (text: string): Readonly<Record<string, unknown>> => {
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) fields.set(name, [...(fields.get(name) ?? []), value]);
  return Object.fromEntries(
    [...fields].map(([name, [only, ...more]]) => [name, more.length === 0 ? only : [only, ...more]]),
  );
};

/** What hides in the bodies of some senders and must never be a field of a lead. */
const NEVER =
  /^(.*[._ -])?(ip|ips|ip[_ -]?address|remote[_ -]?ip|client[_ -]?ip|last[_ -]?seen[_ -]?ip|user[_ -]?agent|token|access[_ -]?token|api[_ -]?key|google[_ -]?key|session[_ -]?id|password)$/i;

/** Names that the bus refuses an event for. */
const HOSTILE = /^(__proto__|constructor|prototype)$/;

export const isNeverKept = (key: string): boolean => NEVER.test(key) || HOSTILE.test(key);

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** A word that a body has somewhere: an id, a type, a key. Of anything but a text, a number or a flag, `otherwise`. */
export const wordOf = (value: unknown, otherwise = ''): string => {
  const isWord = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isWord && value !== '' ? String(value) : otherwise;
};

/** An id that may stand in an address that we call; empty where it is none: it leads nowhere else. */
export const idForPath = (value: unknown): string => {
  const id = wordOf(value);
  return /^[\w-]{1,100}$/.test(id) ? id : '';
};

/** What a table of ours has at a key of somebody else's. */
export const entryOf = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The longest list that is joined to one text. */
const MOST_JOINED = 100;

/** One value for a field: lists are joined, objects are none. Undefined where nothing is said. */
export const oneValue = (value: unknown): unknown => {
  if (isEmpty(value)) return undefined;
  if (!Array.isArray(value)) return isTree(value) ? undefined : value;
  const parts = value
    .slice(0, MOST_JOINED)
    .map(oneValue)
    .filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return parts.length === 1 ? parts[0] : parts.map(String).join(', ');
};

const DEEPEST = 8;

/** By dotted keys, what a body says: each value one, and of objects what is in them. */
export const flatten = (value: unknown, before = '', depth = 0): Readonly<Record<string, unknown>> => {
  if (!isTree(value) || depth > DEEPEST) return {};
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]): Readonly<Record<string, unknown>> => {
      const name = `${before}${key}`;
      if (isTree(inner)) return flatten(inner, `${name}.`, depth + 1);
      const one = oneValue(inner);
      return one === undefined ? {} : { [name]: one };
    }),
  );
};

/** `Jo van der Berg` as its first word and the rest. */
export const splitName = (name: unknown): Readonly<Record<string, unknown>> => {
  const [first, ...rest] = typeof name === 'string' ? name.trim().split(/\s+/) : [];
  return {
    ...(first === undefined || first === '' ? {} : { 'person.firstName': first }),
    ...(rest.length === 0 ? {} : { 'person.lastName': rest.join(' ') }),
  };
};
