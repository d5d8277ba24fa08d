import {
  COLLECTION_STYLE,
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ID,
  type Event,
  type MappingTagDefinition,
  mapTag,
  parseEvents,
  SCALAR_STYLE,
} from 'js-yaml';
import { LineCounter } from 'yaml';
import { type Locate, positionAt, repeatedKey, type YamlFile } from './yaml-file.ts';
import { type Place, placesOf } from './yaml-places.ts';

/** A mapping whose keys are all text; any other makes the text an unusual one. */
const textKeys: MappingTagDefinition<Record<string, unknown>> = {
  ...mapTag,
  addPair: (mapping, key, value) => (typeof key === 'string' ? mapTag.addPair(mapping, key, value) : 'no text'),
};
const schema = CORE_SCHEMA.withTags(textKeys);

// As much as the largest of agreements comes to, and nothing that fills the memory.
const MAX_SIZE = 5_000_000;

/** Tabs, directives, marks between documents and the like, of which the two parsers think differently. */
const UNUSUAL = /[\t\uFEFF]|\\$|\r(?!\n)|^ *%|^\.\.\.|^ +---/m;
const USUAL_NAME = /^[\w-]+$/;

const isUsual = (text: string, event: Event): boolean => {
  if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return true;
  const { anchorStart, anchorEnd } = event;
  if (anchorStart !== -1 && !USUAL_NAME.test(text.slice(anchorStart, anchorEnd))) return false;
  if (event.type === EVENT_ID.ALIAS) return true;
  if (event.tagStart !== -1 || (anchorStart !== -1 && !/\s/.test(text.charAt(anchorEnd)))) return false;
  if (event.type === EVENT_ID.SCALAR) {
    const isBlock = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
    return event.valueStart !== -1 && !isBlock;
  }
  // An anchor on the line of a first key is the key's, also of a pair without braces in a list.
  if (text[event.start] === '&') return false;
  return (
    event.style === COLLECTION_STYLE.FLOW || anchorStart === -1 || text.slice(anchorEnd, event.start).includes('\n')
  );
};

const waitlistsOf = (text: string): LineCounter => {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return lines;
};

/** Reads the places only when somebody asks, since a sound agreement never does and they take much memory. */
const locateIn = (text: string, lines: () => LineCounter): Locate => {
  let root: Place | undefined;
  return (path, at) => {
    root ??= placesOf(text, parseEvents(text, {}))?.root;
    let place = root;
    let start = place?.start ?? 0;
    for (const [i, key] of path.entries()) {
      const entry = place?.entries?.get(String(key));
      place = entry?.value ?? place?.items?.[Number(key)];
      start = (at === 'key' && i === path.length - 1 ? entry?.keyStart : place?.start) ?? start;
    }
    return positionAt(lines(), start);
  };
};

const isTooLarge = (text: string, events: readonly Event[]): boolean =>
  events.some(({ type }) => type === EVENT_ID.ALIAS) && (placesOf(text, events)?.root.size ?? MAX_SIZE) >= MAX_SIZE;

/** Of a key that is there twice the second counts. */
const construct = (
  text: string,
  events: Event[],
): { readonly documents: readonly unknown[]; readonly repeats: boolean } => {
  const options = { source: text, schema };
  try {
    return { documents: constructFromEvents(events, options), repeats: false };
  } catch {
    return { documents: constructFromEvents(events, { ...options, json: true }), repeats: true };
  }
};

/**
 * Reads a text of what people usually write, several times as fast as `readDocument`, which understands it alike.
 * Undefined for one that is broken or has more in it: tags, block scalars, values left out, keys that are no text.
 */
export const readEvents = (text: string): YamlFile | undefined => {
  if (UNUSUAL.test(text)) return undefined;
  try {
    const events = parseEvents(text, {});
    if (!events.every((event) => isUsual(text, event)) || isTooLarge(text, events)) return undefined;
    const { documents, repeats } = construct(text, events);
    const [value, ...more] = documents;
    if (value === undefined || more.length > 0) return undefined;
    let known: LineCounter | undefined;
    const lines = (): LineCounter => {
      known ??= waitlistsOf(text);
      return known;
    };
    const repeated = repeats ? (placesOf(text, events)?.repeated ?? []) : [];
    const problems = repeated.map(({ start }) => repeatedKey(text, lines(), start));
    return { value, problems, unclear: repeated.map(({ path }) => path), locate: locateIn(text, lines) };
  } catch {
    return undefined;
  }
};
