import * as fc from 'fast-check';

/** What has broken readers before: nesting, prototypes, numbers beyond what is exact, halves of characters, control codes. */
const NASTY = [
  '',
  '__proto__',
  'constructor',
  'toString',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '🙂',
  'ä'.repeat(300),
  '9'.repeat(400),
  '-0',
  '1e999',
  '2026-02-30T25:61:00Z',
  '%00',
  '%',
  '../../etc/passwd',
  "' OR 1=1 --",
  '<script>',
  '"',
  "'",
  '{'.repeat(50),
  '['.repeat(2_000),
  'a'.repeat(5_000),
  '\n',
  '\r\n',
  ',',
  ';',
  ': ',
  '- ',
  '&a',
  '*a',
  '!!js/function',
  '|',
  '?',
] as const;

export const nasty = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

/** Any text: bits that are nasty or that the reader knows, in any order. */
export const textOf = (known: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: nasty }), {
      maxLength: 12,
    })
    .map((bits) => bits.join(''));

/** A good text, cut into and put into at up to four places. */
export const damaged = (good: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...good),
      fc.array(fc.record({ at: fc.nat(), cut: fc.nat({ max: 20 }), put: nasty }), { maxLength: 4 }),
    )
    .map(([text, edits]) =>
      edits.reduce((now, { at, cut, put }) => {
        const from = at % (now.length + 1);
        return now.slice(0, from) + put + now.slice(from + cut);
      }, text),
    );

/** A JSON text in which any value may stand for any other. */
export const replaced = (good: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...good), fc.nat(), fc.oneof(nasty, fc.jsonValue({ maxDepth: 3 })))
    .map(([text, at, put]) => {
      let nth = 0;
      const count = (text.match(/:/g) ?? []).length;
      return JSON.stringify(JSON.parse(text), (key, value: unknown) =>
        key !== '' && nth++ === at % Math.max(1, count) ? put : value,
      );
    });
