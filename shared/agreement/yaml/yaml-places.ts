import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { Path } from '../checks/finding.ts';

/** Where something of a YAML text begins (an offset), with all that is in it. */
export interface Place {
  readonly start: number;
  /** Of a mapping. */
  readonly entries?: ReadonlyMap<string, Entry>;
  /** Of a sequence. */
  readonly items?: readonly Place[];
  /** How many nodes it comes to where each alias counts as what it stands for. */
  readonly size: number;
}

interface Entry {
  readonly keyStart: number;
  readonly value: Place;
}

/** A key that its mapping has already. */
export interface Repeated {
  readonly start: number;
  readonly path: Path;
}

export interface Places {
  readonly root: Place;
  /** The keys that their mapping has already; the last of a name is the one with a place. */
  readonly repeated: readonly Repeated[];
}

/** The places of a document's events; undefined where an alias is a key or stands for nothing that ends before it. */
export const placesOf = (text: string, events: readonly Event[]): Places | undefined => {
  const repeated: Repeated[] = [];
  const way: (string | number)[] = [];
  const anchors = new Map<string, Place>();
  // The first event is the document's own.
  let next = 1;
  const isAtEnd = (): boolean => (events[next] ?? { type: EVENT_ID.POP }).type === EVENT_ID.POP;

  const readItems = (start: number): Place | undefined => {
    const items: Place[] = [];
    let size = 1;
    while (!isAtEnd()) {
      way.push(items.length);
      const item = read();
      way.pop();
      if (item === undefined) return undefined;
      items.push(item);
      size += item.size;
    }
    next++;
    return { start, items, size };
  };

  const readEntries = (start: number): Place | undefined => {
    const entries = new Map<string, Entry>();
    let size = 1;
    while (!isAtEnd()) {
      const event = events[next];
      const key = read();
      if (event?.type !== EVENT_ID.SCALAR || key === undefined) return undefined;
      const name = getScalarValue(text, event);
      way.push(name);
      if (entries.has(name)) repeated.push({ start: key.start, path: [...way] });
      const value = read();
      way.pop();
      if (value === undefined) return undefined;
      entries.set(name, { keyStart: key.start, value });
      size += key.size + value.size;
    }
    next++;
    return { start, entries, size };
  };

  const read = (): Place | undefined => {
    const event = events[next++];
    if (event === undefined || event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return undefined;
    const anchor = event.anchorStart === -1 ? undefined : text.slice(event.anchorStart, event.anchorEnd);
    if (event.type === EVENT_ID.ALIAS) {
      const target = anchors.get(anchor ?? '');
      return target && { ...target, start: event.anchorStart - 1 };
    }
    // Until its node ends, nothing but the node itself bears the name.
    if (anchor !== undefined) anchors.delete(anchor);
    const place = readNode(event);
    if (anchor !== undefined && place !== undefined) anchors.set(anchor, place);
    return place;
  };

  const readNode = (event: Extract<Event, { tagStart: number }>): Place | undefined => {
    if (event.type === EVENT_ID.MAPPING) return readEntries(event.start);
    if (event.type === EVENT_ID.SEQUENCE) return readItems(event.start);
    return { start: event.valueStart - (event.style === SCALAR_STYLE.PLAIN ? 0 : 1), size: 1 };
  };

  const root = read();
  return root && { root, repeated };
};
