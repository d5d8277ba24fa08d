import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FLOWS } from '../../sweep/flows/flows.ts';
import { PLANTED_BUGS } from './planted-bugs.ts';

const root = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');

/** `npm run plant` plants them all, which takes minutes; here the list is kept from rotting. */
describe('the planted bugs', () => {
  it('are forty or more, each with a name of its own', () => {
    expect(PLANTED_BUGS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(PLANTED_BUGS.map(({ bug }) => bug)).size).toBe(PLANTED_BUGS.length);
  });

  it.each(PLANTED_BUGS)('have one place in the code: $bug', ({ file, text, planted }) => {
    expect(read(file).split(text)).toHaveLength(2);
    expect(planted).not.toBe(text);
  });

  it.each(PLANTED_BUGS)('have a test, or a flow of the sweep, that finds them: $bug', ({ foundBy }) => {
    if ('flow' in foundBy) expect(FLOWS.map(({ name }) => name)).toContain(foundBy.flow);
    else {
      expect(existsSync(new URL(foundBy.test, root))).toBe(true);
      expect(read(foundBy.test)).toContain(foundBy.title);
    }
  });
});
