/** Something of a text, folded: how it starts, how it ends, or what is in it. */
export interface TextPart {
  readonly at: 'startsWith' | 'endsWith' | 'contains';
  readonly text: string;
}

/**
 * Folded texts: some that are listed, or all those that have every part of `must`, none of `mustNot` and
 * are not among `except`.
 */
export type TextSet =
  | { readonly only: ReadonlySet<string> }
  | { readonly must: readonly TextPart[]; readonly mustNot: readonly TextPart[]; readonly except: ReadonlySet<string> };

type Pattern = Extract<TextSet, { must: unknown }>;

const NONE: ReadonlySet<string> = new Set();

export const NO_TEXT: TextSet = { only: NONE };
export const ANY_TEXT: TextSet = { must: [], mustNot: [], except: NONE };

export const textsIn = (texts: Iterable<string>): TextSet => ({ only: new Set(texts) });
export const textsNotIn = (texts: Iterable<string>): TextSet => ({ ...ANY_TEXT, except: new Set(texts) });
export const textsWith = (part: TextPart): TextSet => ({ ...ANY_TEXT, must: [part] });
export const textsWithout = (part: TextPart): TextSet => ({ ...ANY_TEXT, mustNot: [part] });

const has = (text: string, part: TextPart): boolean => {
  if (part.at === 'startsWith') return text.startsWith(part.text);
  return part.at === 'endsWith' ? text.endsWith(part.text) : text.includes(part.text);
};

const belongs = (text: string, { must, mustNot, except }: Pattern): boolean =>
  !except.has(text) && must.every((part) => has(text, part)) && !mustNot.some((part) => has(text, part));

/** A character that is in none of the parts, so that it keeps them apart and makes up none of them. */
const fillerFor = (parts: readonly TextPart[]): string => {
  for (let code = 0xe000; ; code++) {
    const filler = String.fromCharCode(code);
    if (!parts.some(({ text }) => text.includes(filler))) return filler;
  }
};

const longest = (parts: readonly TextPart[], at: TextPart['at']): string =>
  parts.reduce((found, part) => (part.at === at && part.text.length > found.length ? part.text : found), '');

/**
 * A text of the pattern. All that it must have stands side by side with filler between, which is as little as
 * any text with these parts has: if this one breaks a rule, every one does. The list of exceptions ends, the
 * filler does not.
 */
const pickFromPattern = (pattern: Pattern): string | undefined => {
  const { must, mustNot, except } = pattern;
  const filler = fillerFor([...must, ...mustNot]);
  const inside = must.flatMap(({ at, text }) => (at === 'contains' ? [text, filler] : []));
  const start = [longest(must, 'startsWith'), filler, ...inside].join('');
  const end = longest(must, 'endsWith');
  if (!belongs(start + end, { must, mustNot, except: NONE })) return undefined;
  let middle = '';
  while (except.has(start + middle + end)) middle += filler;
  return start + middle + end;
};

/** Some text of the set; undefined where there is none. */
export const pickText = (set: TextSet): string | undefined => {
  if (!('only' in set)) return pickFromPattern(set);
  const [first] = set.only;
  return first;
};

/** How much there is to look at. */
export const textCount = (set: TextSet): number =>
  'only' in set ? set.only.size : set.must.length + set.mustNot.length + set.except.size;

const filtered = (texts: ReadonlySet<string>, keep: (text: string) => boolean): TextSet => {
  const kept = [...texts].filter(keep);
  return kept.length === texts.size ? { only: texts } : { only: new Set(kept) };
};

const joined = <T>(a: readonly T[], b: readonly T[]): readonly T[] => {
  if (b.length === 0) return a;
  return a.length === 0 ? b : [...new Set([...a, ...b])];
};

const joinedSets = (a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> => {
  if (b.size === 0) return a;
  return a.size === 0 ? b : new Set([...a, ...b]);
};

/** The texts of both sets. */
export const textsInBoth = (a: TextSet, b: TextSet): TextSet => {
  if (a === ANY_TEXT) return b;
  if (b === ANY_TEXT) return a;
  if ('only' in a) return filtered(a.only, (text) => ('only' in b ? b.only.has(text) : belongs(text, b)));
  if ('only' in b) return filtered(b.only, (text) => belongs(text, a));
  return {
    must: joined(a.must, b.must),
    mustNot: joined(a.mustNot, b.mustNot),
    except: joinedSets(a.except, b.except),
  };
};
