import { readIdentifier } from '../../fields/identifier.ts';
import { ABSENT, andThen, type Reader, read, readScalar, unreadable } from '../../fields/reading.ts';
import { onlyTree, own } from './json-tree.ts';

/** Unambiguous, whatever the two hold. */
export const keyFrom = (source: string, id: string): string => JSON.stringify([source, id]);

/**
 * What an event is known by: a text as it is, or a number as its text. Beyond the whole numbers that are told apart
 * exactly two events would be one, and 0 or -1 is what programs send for none.
 */
export const readEventId: Reader<string> = (value) =>
  andThen(readScalar(value), (id) => {
    if (id === '') return ABSENT;
    if (typeof id === 'string') return read(id);
    return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? read(String(id)) : unreadable('not an id');
  });

/** An event's own id, as text. */
export const idIn = (value: unknown): string | undefined => {
  const reading = readEventId(value);
  return 'value' in reading ? reading.value : undefined;
};

/** The id in metadata. Programs write `undefined` and the like for none: by those, two leads would be one event. */
export const readMetadataId: Reader<string> = (value) =>
  andThen(readEventId(value), (id) => ('absent' in readIdentifier(id) ? ABSENT : read(id)));

/** The id of an event: that of its metadata, or else its own. */
const idOf = (line: unknown): string | undefined => {
  const reading = readMetadataId(own(onlyTree(own(own(line, 'detail'), 'metadata')), 'id'));
  return 'value' in reading ? reading.value : idIn(own(line, 'id'));
};

/** How a second delivery of the same event is known, where enough of it can be read. */
export const keyOf = (line: unknown): string | undefined => {
  const source = own(line, 'source');
  const id = idOf(line);
  return typeof source === 'string' && id !== undefined ? keyFrom(source, id) : undefined;
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
