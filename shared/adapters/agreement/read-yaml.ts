import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { Path } from '../../contracts/agreement/finding.ts';

/** Line and column count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface YamlProblem extends Position {
  readonly message: string;
}

export interface YamlFile {
  /** Absent when the text could not be understood. */
  readonly value?: unknown;
  readonly problems: readonly YamlProblem[];
  /** Where the value at a path begins, or the key that names it; for a path that is not there, where its parent does. */
  readonly locate: (path: Path, at?: 'key') => Position;
}

// Far above what many reps who share one week of hours need, far below what would fill the memory.
const MAX_ALIASES = 100_000;

interface Aliases {
  readonly targets: ReadonlyMap<Alias, Node>;
  readonly broken: readonly { readonly alias: Alias; readonly message: string }[];
}

/** What each alias stands for: the last anchor of its name before it. A text without an asterisk has none. */
const resolveAliases = (doc: Document.Parsed, text: string): Aliases => {
  if (!text.includes('*')) return { targets: new Map(), broken: [] };
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const broken: { alias: Alias; message: string }[] = [];
  visit(doc, {
    Node: (_, node, above) => {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.set(node.anchor, node);
        return;
      }
      const target = anchors.get(node.source);
      if (target === undefined) broken.push({ alias: node, message: `no anchor "&${node.source}" above` });
      else if (above.includes(target)) broken.push({ alias: node, message: `"*${node.source}" contains itself` });
      else targets.set(node, target);
    },
  });
  return { targets, broken };
};

const keyAt = (text: string, start: number): string =>
  (/^[^:\n]*/.exec(text.slice(start, start + 200))?.[0] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2');

const oneLine = (message: string): string => message.replace(/\s+/g, ' ').trim();

/**
 * Runs something that waits for nothing while no environment is to be seen. The YAML library looks for its debugging
 * switch at every token, and each look into the real environment leaves JavaScript: a fifth of the time it takes to
 * read ten thousand territories.
 */
const withoutEnvironment = <T>(run: () => T): T => {
  const { env } = process;
  process.env = {};
  try {
    return run();
  } finally {
    process.env = env;
  }
};

/** Reads YAML 1.2 (core schema: dates stay text, `NO` is Norway), keeping where everything is. */
export const readYaml = (source: string): YamlFile => {
  // Editors do not count a byte order mark as a column.
  const text = source.replace(/^\uFEFF/, '');
  const lines = new LineCounter();
  const doc = withoutEnvironment(() =>
    parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true }),
  );
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const { targets, broken } = resolveAliases(doc, text);

  const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);
  const child = (node: unknown, key: string | number): { readonly key?: unknown; readonly value?: unknown } => {
    const target = isAlias(node) ? targets.get(node) : node;
    if (isSeq(target)) return { value: target.items[Number(key)] };
    const pair = isMap(target)
      ? target.items.find((one) => isScalar(one.key) && one.key.value === String(key))
      : undefined;
    return pair ?? {};
  };
  const locate = (path: Path, at?: 'key'): Position => {
    let node: unknown = doc.contents;
    let start = startOf(node) ?? 0;
    for (const [i, key] of path.entries()) {
      const next = child(node, key);
      start = (at === 'key' && i === path.length - 1 ? startOf(next.key) : startOf(next.value)) ?? start;
      node = next.value;
    }
    return position(start);
  };

  const problems = [...doc.errors, ...doc.warnings].map(({ code, message, pos: [from] }) => ({
    ...position(from),
    message: code === 'DUPLICATE_KEY' ? `duplicate key "${keyAt(text, from)}"` : oneLine(message),
  }));
  problems.push(...broken.map(({ alias, message }) => ({ ...position(startOf(alias) ?? 0), message })));
  if (broken.length > 0 || doc.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { problems, locate };
  try {
    return { value: doc.toJS({ maxAliasCount: MAX_ALIASES }), problems, locate };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return { problems: [...problems, { line: 1, column: 1, message: oneLine(error.message) }], locate };
  }
};
