import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { fileOf } from './source.ts';

/** As tldts keeps the Public Suffix List: a trie of labels, in arrays. */
const trie = z.object({
  nodeFlags: z.instanceof(Uint8Array),
  edgeStart: z.custom<ArrayLike<number>>(ArrayBuffer.isView),
  edgeChild: z.custom<ArrayLike<number>>(ArrayBuffer.isView),
  edgeLength: z.custom<ArrayLike<number>>(ArrayBuffer.isView),
  labelText: z.string(),
  rulesRoot: z.number(),
  exceptionsRoot: z.number(),
});

const ICANN = 1;

interface Rule {
  /** Without the mark of an exception. */
  readonly name: string;
  readonly exception: boolean;
  readonly icann: boolean;
}

/** Every rule of the list that tldts was built with. */
export const readRules = async (): Promise<readonly Rule[]> => {
  const { nodeFlags, edgeStart, edgeChild, edgeLength, labelText, rulesRoot, exceptionsRoot } = trie.parse(
    await import(pathToFileURL(fileOf('tldts', 'dist/es6/src/data/trie.js')).href),
  );
  const offsets: number[] = [];
  let offset = 0;
  for (let edge = 0; edge < edgeLength.length; edge += 1) {
    offsets.push(offset);
    offset += edgeLength[edge] ?? 0;
  }
  const rules: Rule[] = [];
  const walk = (node: number, labels: readonly string[], exception: boolean): void => {
    const flag = nodeFlags[node] ?? 0;
    if (flag !== 0) rules.push({ name: labels.join('.'), exception, icann: flag === ICANN });
    for (let edge = edgeStart[node] ?? 0; edge < (edgeStart[node + 1] ?? 0); edge += 1) {
      const from = offsets[edge] ?? 0;
      walk(edgeChild[edge] ?? 0, [labelText.slice(from, from + (edgeLength[edge] ?? 0)), ...labels], exception);
    }
  };
  walk(rulesRoot, [], false);
  walk(exceptionsRoot, [], true);
  return rules;
};

const ASCII = /^[\x21-\x7e]+$/;

const asciiOf = (name: string): string =>
  ASCII.test(name)
    ? name
    : name
        .split('.')
        .map((label) => (label === '*' ? label : new URL(`http://${label}`).hostname))
        .join('.');

const labelsUnder = (name: string, suffixes: ReadonlySet<string>): number => {
  const labels = name.split('.');
  const at = labels.findIndex(
    (_, i) => suffixes.has(labels.slice(i).join('.')) || suffixes.has(`*.${labels.slice(i + 1).join('.')}`),
  );
  return at === -1 ? labels.length - 1 : at;
};

/**
 * The suffixes under which companies have domains: those of ICANN's part with more than one label, as one label is the
 * rule for whatever has none, and of the private part what is a label below one of those (`github.io`, `uk.com`). What
 * lies deeper are machines in data centres.
 */
export const wantedRules = async (): Promise<readonly Rule[]> => {
  const rules = await readRules();
  const icann = new Set(rules.filter((rule) => rule.icann && !rule.exception).map(({ name }) => name));
  return rules.filter(({ name, icann: official }) =>
    official ? name.includes('.') : !name.startsWith('*') && labelsUnder(name, icann) === 1,
  );
};

interface Node {
  end?: '.' | '!';
  readonly next: Map<string, Node>;
}

const insert = (root: Node, { name, exception }: Rule): void => {
  let node = root;
  for (const label of asciiOf(name).split('.').reverse()) {
    const next = node.next.get(label) ?? { next: new Map() };
    node.next.set(label, next);
    node = next;
  }
  node.end = exception ? '!' : '.';
};

/** `uk(co,gov)`: the rules `co.uk` and `gov.uk`. A label that ends a rule and goes on has a point, an exception a mark. */
const write = ({ next }: Node): string =>
  [...next]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, node]) => {
      const inner = node.next.size === 0 ? '' : `(${write(node)})`;
      const mark = node.end === '!' ? '!' : node.end === '.' && inner !== '' ? '.' : '';
      return `${label}${mark}${inner}`;
    })
    .join(',');

export const publicSuffixes = async (): Promise<string> => {
  const root: Node = { next: new Map() };
  for (const rule of await wantedRules()) insert(root, rule);
  return write(root);
};
