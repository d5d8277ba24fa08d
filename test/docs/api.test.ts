import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application } from 'typedoc';
import { describe, expect, it } from 'vitest';

/** Text of each file below a folder, by its path in it. */
const textsIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]),
  );

describe('docs/api', () => {
  it('is what npm run api-docs would write', { timeout: 180_000 }, async () => {
    const out = mkdtempSync(join(tmpdir(), 'api-'));
    try {
      const typedoc = await Application.bootstrapWithPlugins({ out, logLevel: 'Error' });
      const project = await typedoc.convert();
      expect(project).toBeDefined();
      if (project === undefined) return;
      await typedoc.generateOutputs(project);
      const committed = textsIn('docs/api');
      expect(Object.keys(committed).length).toBeGreaterThan(2);
      expect(committed).toEqual(textsIn(out));
    } finally {
      rmSync(out, { recursive: true });
    }
  });
});
