import { own } from './json-tree.ts';

/** Unambiguous, whatever the two hold. */
export const keyFrom = (source: string, id: string): string => JSON.stringify([source, id]);

/** How a second delivery of the same event is known, where enough of it can be read. */
export const keyOf = (line: unknown): string | undefined => {
  const source = own(line, 'source');
  const id = own(own(own(line, 'detail'), 'metadata'), 'id') ?? own(line, 'id');
  return typeof source === 'string' && typeof id === 'string' && id !== '' ? keyFrom(source, id) : undefined;
};

export const readJson = (text: string): { readonly value: unknown } | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return undefined;
  }
};

/** The same of an event as JSON. */
export const keyOfEvent = (text: string): string | undefined => keyOf(readJson(text)?.value);
