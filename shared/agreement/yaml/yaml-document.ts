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
import type { Path } from '../checks/finding.ts';
import { syntaxProblems } from './syntax-problems.ts';
import { type Locate, positionAt, type YamlFile } from './yaml-file.ts';

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

/** The ways to keys that their mapping has already. */
const repeatedIn = (node: unknown, way: Path = []): readonly Path[] => {
  if (isSeq(node)) return node.items.flatMap((item, i) => repeatedIn(item, [...way, i]));
  if (!isMap(node)) return [];
  const names = new Set<string>();
  return node.items.flatMap(({ key, value }): readonly Path[] => {
    if (!isScalar(key)) return [];
    const name = String(key.value);
    const path = [...way, name];
    const own = names.has(name) ? [path] : [];
    names.add(name);
    return [...own, ...repeatedIn(value, path)];
  });
};

/** Reads any text, however broken: tells all that is wrong with it, and understands what is left where it can. */
export const readDocument = (text: string): YamlFile => {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const { targets, broken } = resolveAliases(doc, text);

  const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);
  const child = (node: unknown, key: string | number): { readonly key?: unknown; readonly value?: unknown } => {
    const target = isAlias(node) ? targets.get(node) : node;
    if (isSeq(target)) return { value: target.items[Number(key)] };
    const pair = isMap(target)
      ? target.items.findLast((one) => isScalar(one.key) && one.key.value === String(key))
      : undefined;
    return pair ?? {};
  };
  const locate: Locate = (path, at) => {
    let node: unknown = doc.contents;
    let start = startOf(node) ?? 0;
    for (const [i, key] of path.entries()) {
      const next = child(node, key);
      start = (at === 'key' && i === path.length - 1 ? startOf(next.key) : startOf(next.value)) ?? start;
      node = next.value;
    }
    return positionAt(lines, start);
  };

  const problems = [...syntaxProblems([...doc.errors, ...doc.warnings], text, lines)];
  problems.push(...broken.map(({ alias, message }) => ({ ...positionAt(lines, startOf(alias) ?? 0), message })));
  if (broken.length > 0 || doc.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { problems, locate };
  try {
    const unclear = doc.errors.length === 0 ? [] : repeatedIn(doc.contents);
    return { value: doc.toJS({ maxAliasCount: MAX_ALIASES }), problems, unclear, locate };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return { problems: [...problems, { line: 1, column: 1, message: error.message }], locate };
  }
};
