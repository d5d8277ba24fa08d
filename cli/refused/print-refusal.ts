import { own } from '../../shared/contracts/events/json-tree.ts';
import type { Problem } from '../../shared/domain/lead/facts.ts';
import { toIso } from '../../shared/domain/time/instant.ts';
import type { StoredRefusal } from './open-refused.ts';

/** Undefined where the text is no JSON. */
const eventOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const told = (event: unknown, name: string): string | null => {
  const value = own(event, name);
  return typeof value === 'string' ? value : null;
};

/** What is refused and why, without a word of what the event says of a person. */
export const refusalJson = ({ key, value: { at, kept, sentAgainAt } }: StoredRefusal) => {
  const event = eventOf(kept?.text ?? '');
  return {
    id: key.id,
    at: toIso(at),
    source: told(event, 'source'),
    type: told(event, 'detail-type'),
    problems: kept?.problems ?? [],
    whole: kept?.whole ?? false,
    sentAgainAt: sentAgainAt === undefined ? null : toIso(sentAgainAt),
  };
};

export const problemLine = ({ path, message }: Problem): string => `${path === '' ? 'the event' : path}: ${message}`;

export const refusalLine = (refusal: StoredRefusal): string => {
  const { id, at, source, type, problems } = refusalJson(refusal);
  const [first, ...more] = problems;
  const why = first === undefined ? 'nothing is kept of it' : problemLine(first);
  return [
    id,
    at,
    `${type ?? 'no event'}${source === null ? '' : ` of ${source}`}`,
    `${why}${more.length === 0 ? '' : `, and ${more.length} more`}`,
  ].join('  ');
};

/** For an editor: JSON on lines of its own, anything else as it came. */
export const editable = (text: string): string => {
  const event = eventOf(text);
  return event === undefined ? text : JSON.stringify(event, null, 2);
};
