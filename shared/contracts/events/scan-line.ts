import type { Problem } from '../../domain/lead/facts.ts';

export const MAX_EVENT_BYTES = 256 * 1024;
export const MAX_STRING_CHARACTERS = 1_000;

const HOSTILE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Deeper than any event of ours; a parser further down must not be made to overflow its stack. */
const MAX_DEPTH = 32;

const isLong = (text: string): boolean =>
  text.length > MAX_STRING_CHARACTERS && [...text].length > MAX_STRING_CHARACTERS;

/**
 * Whether a line can hold any of it at all: a long string makes a long line, and a hostile key is written
 * out or escaped. Most lines cannot, and need not be gone through.
 */
export const mustBeScanned = (text: string): boolean =>
  text.length > MAX_STRING_CHARACTERS || /__proto__|constructor|prototype|\\u/.test(text);

/** What no event may hold anywhere, whatever its type: keys that pollute prototypes, texts too long to keep. */
export const scanLine = (
  value: unknown,
  path: readonly (string | number)[] = [],
  problems: Problem[] = [],
): readonly Problem[] => {
  if (typeof value === 'string') {
    if (isLong(value))
      problems.push({ path: path.join('.'), message: `longer than ${MAX_STRING_CHARACTERS} characters` });
    return problems;
  }
  if (typeof value !== 'object' || value === null) return problems;
  if (path.length > MAX_DEPTH) {
    problems.push({ path: path.join('.'), message: `nested deeper than ${MAX_DEPTH} levels` });
    return problems;
  }
  for (const [key, child] of Object.entries(value)) {
    const here = [...path, key];
    if (HOSTILE_KEYS.has(key)) problems.push({ path: here.join('.'), message: `a key may not be named ${key}` });
    else if (typeof child === 'object' || (typeof child === 'string' && child.length > MAX_STRING_CHARACTERS)) {
      scanLine(child, here, problems);
    }
  }
  return problems;
};
