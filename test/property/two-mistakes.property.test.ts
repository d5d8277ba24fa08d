import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import type * as z from 'zod';
import { AGREEMENT_SCHEMAS } from '../../shared/agreement/files/files.ts';
import { parseFile } from '../../shared/agreement/files/parse-file.ts';
import { problemsOf } from '../support/agreement/edits.ts';
import { GARBAGE, KEYS, PLACES, type Place, put, TIGHT, withoutPlaces } from '../support/agreement/tight-agreement.ts';

interface Mistake {
  readonly place: Place;
  readonly to: string;
}

const values = fc
  .tuple(fc.constantFrom(...PLACES), fc.constantFrom(...GARBAGE))
  .map(([place, to]): Mistake => ({ place, to }));
const slips = fc.constantFrom(...KEYS).map((place): Mistake => ({ place, to: `${place.text}x` }));
const mistake = fc.oneof({ weight: 3, arbitrary: values }, { weight: 1, arbitrary: slips });

/** Whether a place is in the value of a key, or may be: what is indented below it is taken for its own. */
const mayBeIn = (key: Place, { file, index }: Place): boolean => {
  const start = key.index + key.text.length;
  if (key.file !== file || index < start || !KEYS.includes(key)) return false;
  let depth = 0;
  for (const [at, character] of [...TIGHT[file].slice(start, index)].entries()) {
    if ('[{'.includes(character)) depth++;
    if (']}'.includes(character)) depth--;
    const ends = character === ',' || (character === '\n' && TIGHT[file].charAt(start + at + 1) !== ' ');
    if (depth < 0 || (depth === 0 && ends)) return false;
  }
  return true;
};

/** What is wrong with the shape of the one file that a mistake is in. */
const shapeOf = ({ place, to }: Mistake): readonly string[] => {
  const { file } = place;
  const schema: z.ZodType = AGREEMENT_SCHEMAS[file];
  return parseFile(schema, parse(put(place, to)[file])).complaints.map(({ message }) => `${file}: ${message}`);
};

/** The later one first, so that the earlier one stays where it is. */
const withBoth = (one: Mistake, other: Mistake) => {
  const [later, earlier] = one.place.index > other.place.index ? [one, other] : [other, one];
  return put(earlier.place, earlier.to, put(later.place, later.to));
};

it('an agreement with two mistakes of shape in different places is told both, and nothing else', async () => {
  let both = 0;
  await fc.assert(
    fc.asyncProperty(mistake, mistake, async (one, other) => {
      fc.pre(one.place.file !== other.place.file || one.place.index !== other.place.index);
      fc.pre(!mayBeIn(one.place, other.place) && !mayBeIn(other.place, one.place));
      const shapes = [shapeOf(one), shapeOf(other)];
      fc.pre(shapes.every((shape) => shape.length > 0));
      both++;
      expect(withoutPlaces(await problemsOf(withBoth(one, other)))).toEqual(shapes.flat().sort());
    }),
    { numRuns: 250 },
  );
  expect(both).toBeGreaterThan(100);
});
