import { randomInt } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';
import { isTarget, TARGETS } from './targets.ts';

/* A new seed each time; `npm run fuzz` sends more, and plays a seed again. */
const seed = randomInt(1_000_000_000);

describe(`hostile input, by the seed ${seed}`, () => {
  it.each(Object.keys(TARGETS).filter(isTarget))(
    'of %s meets no unknown error',
    async (target) => {
      expect((await fuzz({ target: TARGETS[target], runs: 60, seed })).broken).toBeUndefined();
    },
    60_000,
  );

  it('that an edge does not know is told, with how to play it again', async () => {
    const inputs = fc.constantFrom('good', 'bad');
    const take = async (input: string): Promise<void> => {
      if (input === 'bad') throw new Error('what is this?');
    };
    const { broken } = await fuzz({ target: { inputs, take }, runs: 60, seed });
    expect(broken).toMatch(new RegExp(`seed: ${seed}.*\\["bad"\\].*what is this`, 's'));
  });
});
