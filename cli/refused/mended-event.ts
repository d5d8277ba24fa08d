import { createHash } from 'node:crypto';
import { isTree, onlyTree, own, type Tree } from '../../shared/contracts/events/json-tree.ts';
import { problemsOfEvent } from '../../shared/contracts/events/read-inbound.ts';
import type { Problem } from '../../shared/domain/lead/facts.ts';

/** An entry of PutEvents, but for the bus. */
export interface EventToSend {
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
  readonly Time?: Date;
}

export type MendedEvent = { readonly event: EventToSend } | { readonly problems: readonly Problem[] };

const one = (path: string, message: string): MendedEvent => ({ problems: [{ path, message }] });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const textIn = (tree: Tree, name: string): string => {
  const value = own(tree, name);
  return typeof value === 'string' ? value : '';
};

/**
 * The bus gives an event a new id, and an id that was refused before may be known as done. So the event gets one of its
 * own text: the same text sent twice is taken once, and another text is another event.
 */
const withOwnId = (event: Tree, detail: Tree, refusalId: string): Tree => {
  const hash = createHash('sha256').update(JSON.stringify(event)).digest('hex').slice(0, 16);
  const time = textIn(event, 'time');
  const said = onlyTree(own(detail, 'metadata'));
  const metadata = { version: 1, ...(time === '' ? {} : { occurredAt: time }), ...said };
  return { ...detail, metadata: { ...metadata, id: `refused.${refusalId}.${hash}` } };
};

/** A refused event as it is to be sent again, or why it would be refused once more. */
export const mendedEvent = (refusalId: string, text: string): MendedEvent => {
  const event = parsed(text);
  if (event === undefined) return one('', 'not JSON');
  if (!isTree(event)) return one('', 'not an event');
  // Before anything is added to it, for what is added would hide what is wrong.
  const problems = problemsOfEvent(event, text);
  if (problems.length > 0) return { problems };
  const source = textIn(event, 'source');
  if (source.startsWith('aws.')) return one('source', 'begins with aws., which only AWS may send; give another');
  const detail = own(event, 'detail');
  if (!isTree(detail)) return one('detail', 'not an object');
  const at = Date.parse(textIn(event, 'time'));
  return {
    event: {
      Source: source,
      DetailType: textIn(event, 'detail-type'),
      Detail: JSON.stringify(withOwnId(event, detail, refusalId)),
      ...(Number.isNaN(at) ? {} : { Time: new Date(at) }),
    },
  };
};
