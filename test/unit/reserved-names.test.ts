import { describe, expect, it } from 'vitest';
import type { AgreementFile } from '../../shared/agreement/checks/finding.ts';
import { loadFiles, problemsIn, SOUND } from '../support/agreement/agreement-folder.ts';

const NAMED: readonly (readonly [what: string, file: AgreementFile, name: string])[] = [
  ['an action', 'scoring', 'name: demo,'],
  ['a territory', 'territories', 'name: Rest'],
  ['a rep', 'reps', 'id: mia,'],
];

const ALWAYS_THERE = ['constructor', 'toString', '__proto__'];

/** What is looked up by its name in plain objects must not be called what every object has. */
describe('a name that every object has', () => {
  it.each(NAMED.flatMap((named) => ALWAYS_THERE.map((name) => [...named, name] as const)))(
    'is refused for %s (%s.yaml, instead of "%s": %s)',
    async (_, file, written, name) => {
      const [key = ''] = written.split(' ');
      const renamed = SOUND[file].replace(written, `${key} ${name}${written.endsWith(',') ? ',' : ''}`);
      expect(renamed).not.toBe(SOUND[file]);
      const problems = problemsIn(await loadFiles({ ...SOUND, [file]: renamed }));
      expect(
        problems.filter((problem) => problem.includes('reserved word') || problem.includes('expected letters')),
      ).not.toEqual([]);
    },
  );
});
