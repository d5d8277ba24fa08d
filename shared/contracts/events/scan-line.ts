import type { Problem } from '../../domain/lead/facts.ts';

export const MAX_EVENT_BYTES = 256 * 1024;

const HOSTILE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Nobody reads more of them. */
const MAX_PROBLEMS = 20;

/** Whether a line can hold a hostile key at all: it is written out or escaped. Most lines need not be gone through. */
export const mustBeScanned = (text: string): boolean => /__proto__|constructor|prototype|\\u/.test(text);

interface Place {
  readonly value: unknown;
  readonly key: string;
  readonly above: Place | undefined;
}

const pathOf = (place: Place): string => {
  const keys: string[] = [];
  for (let at: Place | undefined = place; at?.above !== undefined; at = at.above) keys.push(at.key);
  return keys.reverse().join('.');
};

/** Keys that pollute prototypes, which no event may hold anywhere, in the order of the line and at whatever depth. */
export const scanLine = (line: unknown): readonly Problem[] => {
  const problems: Problem[] = [];
  const open: Place[] = [{ value: line, key: '', above: undefined }];
  for (let place = open.pop(); place !== undefined && problems.length < MAX_PROBLEMS; place = open.pop()) {
    const { value, key } = place;
    if (HOSTILE_KEYS.has(key)) problems.push({ path: pathOf(place), message: `a key may not be named ${key}` });
    else if (typeof value === 'object' && value !== null) {
      const children = Object.entries(value).reverse();
      for (const [name, child] of children) open.push({ value: child, key: name, above: place });
    }
  }
  return problems;
};
