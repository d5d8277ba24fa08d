import { SaxesParser } from 'saxes';
import type { Tree } from '../events/json-tree.ts';

/** Of an element, the kind that `xsi:type` names, without its prefix. */
export const XML_TYPE = '@type';

/** Deeper is no message of any sender. */
const DEEPEST = 32;

interface Open {
  readonly name: string;
  readonly children: Map<string, unknown>;
  text: string;
}

const contentOf = ({ children, text }: Open): unknown => {
  if (children.size === 0) return text.trim();
  return Object.fromEntries(children);
};

/** One that comes again makes a list. */
const add = (children: Map<string, unknown>, name: string, value: unknown): void => {
  const before = children.get(name);
  if (!children.has(name)) children.set(name, value);
  else if (Array.isArray(before)) before.push(value);
  else children.set(name, [before, value]);
};

/**
 * XML as a tree: elements by their names without a prefix, texts trimmed. No entity is expanded but XML's own five, and what
 * declares others is not read. Throws where it is no XML, or a kind of it that is not read.
 */
export const readXmlBody = (text: string): Tree => {
  const root: Open = { name: '', children: new Map(), text: '' };
  const open: Open[] = [root];
  const parser = new SaxesParser({ xmlns: true });
  const write = (more: string): void => {
    const inner = open.at(-1);
    if (inner !== undefined) inner.text += more;
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new SyntaxError('a document type is not read');
  });
  parser.on('text', write);
  parser.on('cdata', write);
  parser.on('opentag', ({ local, attributes }) => {
    if (open.length > DEEPEST) throw new SyntaxError('too deep');
    const children = new Map<string, unknown>();
    const type = Object.values(attributes).find((one) => one.prefix === 'xsi' && one.local === 'type')?.value;
    if (type !== undefined) children.set(XML_TYPE, type.replace(/^.*:/, ''));
    open.push({ name: local, children, text: '' });
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    const around = open.at(-1);
    if (closed !== undefined && around !== undefined) add(around.children, closed.name, contentOf(closed));
  });
  parser.write(text).close();
  return Object.fromEntries(root.children);
};
