import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Path } from '../../shared/agreement/checks/finding.ts';
import { readDocument } from '../../shared/agreement/yaml/yaml-document.ts';
import { readEvents } from '../../shared/agreement/yaml/yaml-events.ts';
import type { YamlFile } from '../../shared/agreement/yaml/yaml-file.ts';

/** Keys and texts that mean something else without quotes, and some that need none. */
const WORDS = ['a', 'b c', 'company.name', 'DE-BY', '09:00-17:30', '2026-12-31', 'NO', 'no', 'true', 'null', '~', '1'];
const TEXTS = [...WORDS, '', ' ', '0x1F', '1e3', '1_000', '.5', '- a', 'a: b', 'a #b', '#', '*a', '&a', '!', "it's"];
const words = fc.constantFrom(...WORDS);
const scalars = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
  fc.integer(),
  fc.constantFrom(0.5, -1.25, 1e21),
  fc.boolean(),
);

const { value: values } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    scalars,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(words, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

const styles = fc.constantFrom({}, { collectionStyle: 'flow' } as const, { indent: 4, indentSeq: false } as const);

/** As people write it: nothing on several lines, and every value there. */
const written = fc
  .tuple(fc.dictionary(words, values, { minKeys: 1, noNullPrototype: true }), styles)
  .map(([value, style]) => ({ value, text: stringify(value, { ...style, lineWidth: 0, blockQuote: false }) }));

/** What keeps a text sound, changes what it says or breaks it. */
const BITS = [' ', '  ', '\n', '\t', ': ', '- ', ',', '[', ']', '{', '}', ' #', '&a ', '*a', '!', '|', "'", '"', '? '];
const MORE_BITS = ['%', '~', '0', '1.0', '\\', '\r', '\r\n', '\n---\n', '\n...\n', 'a: ', '\n  ', '<<: ', '\uFEFF'];
const edits = fc.array(
  fc.record({ at: fc.nat(), cut: fc.nat({ max: 3 }), put: fc.constantFrom('', ...BITS, ...MORE_BITS) }),
  { minLength: 1, maxLength: 3 },
);

const edited = (text: string, changes: readonly { at: number; cut: number; put: string }[]): string =>
  changes.reduce((now, { at, cut, put }) => {
    const from = at % (now.length + 1);
    return now.slice(0, from) + put + now.slice(from + cut);
  }, text);

/** Every path of a value, and one beside each that is not there. */
const pathsOf = (value: unknown, path: Path = []): readonly Path[] => {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [path, [...path, 'gone'], ...inside.flatMap(([key, one]) => pathsOf(one, [...path, key]))];
};

const toldBy = ({ value, problems, unclear = [], locate }: YamlFile) => ({
  value,
  unclear: unclear.map((path) => JSON.stringify(path)).sort(),
  problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column),
  places: pathsOf(value).map((path) => [path, locate(path), locate(path, 'key')]),
});

const agree = (text: string): void => {
  const quick = readEvents(text);
  if (quick !== undefined) expect(toldBy(quick)).toEqual(toldBy(readDocument(text)));
};

describe('a YAML file', () => {
  it('says by its events alone, where they are enough, what its document says, and where', () => {
    fc.assert(
      fc.property(written, ({ text }) => agree(text)),
      { numRuns: 300 },
    );
  });

  it.each(['a: [ &a b: c ]\n', 'a: [ x, &a "b": { c: d }, e ]\n', '{ a: [ &a 09:00-17:30: 1 ] }\n', 'a: &b [ c ]\n'])(
    'says so of %j',
    agree,
  );

  it('says so whatever becomes of it', () => {
    fc.assert(
      fc.property(written, edits, ({ text }, changes) => agree(edited(text, changes))),
      { numRuns: 1_500 },
    );
  });

  it('is read by its events alone where it is what people usually write', () => {
    fc.assert(
      fc.property(written, ({ value, text }) => {
        fc.pre(!/[\t\r\uFEFF]|\\\n|\\$/.test(text) && !text.includes('? '));
        expect(readEvents(text)?.value).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });
});
