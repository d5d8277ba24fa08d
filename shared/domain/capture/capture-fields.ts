import type { Fields, Scalar } from '../condition/condition.ts';
import type { Lead } from '../lead/lead.ts';
import { type Instant, toIso } from '../time/instant.ts';

/** Nested data of a LeadCaptured event. */
export interface FieldTree {
  readonly [name: string]: Scalar | FieldTree | undefined;
}

/** Flattens to dotted paths; an empty string says nothing and is left out. */
export const flatten = (tree: FieldTree, prefix = '', into: Record<string, Scalar> = {}): Fields => {
  for (const [name, value] of Object.entries(tree)) {
    if (value === undefined || value === '') continue;
    if (typeof value === 'object') flatten(value, `${prefix}${name}.`, into);
    else into[`${prefix}${name}`] = value;
  }
  return into;
};

/** Orders the events that set a field: by when they occurred, then by id. */
export const stampOf = (occurredAt: Instant, eventId: string): string => `${toIso(occurredAt)} ${eventId}`;

/**
 * Field by field the newest wins, whatever the order of arrival; absence erases nothing. A stamp of the future, as
 * earlier versions kept them, holds nothing: whose clock is wrong must not be right for ever.
 */
export const mergeFields = (
  lead: Pick<Lead, 'fields' | 'stamps'>,
  captured: Fields,
  stamp: string,
  now: Instant,
): Pick<Lead, 'fields' | 'stamps'> => {
  const fields = { ...lead.fields };
  const stamps = { ...lead.stamps };
  const future = toIso(now + 1);
  for (const [path, value] of Object.entries(captured)) {
    const known = stamps[path];
    if (known !== undefined && known > stamp && known < future) continue;
    fields[path] = value;
    stamps[path] = stamp;
  }
  return { fields, stamps };
};
