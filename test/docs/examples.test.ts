import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Example, examplesOfPages, examplesOfSources } from '../support/docs/examples.ts';
import { readMatching } from '../support/rules/repository-files.ts';

const fromSources = examplesOfSources(readMatching(/^(shared|functions|infra|simulator|cli|local|scripts)\/.*\.tsx?$/));
// What docs/api shows is from the sources, beside signatures, which are no code.
const fromPages = examplesOfPages(
  new Map([...readMatching(/\.md$/)].filter(([file]) => !file.startsWith('docs/api/'))),
);

/** Inside the repository, so that packages are found. */
const LOCAL = resolve('.local');

/** What the compiler has to say of these, each as `path:line problem`. */
const complaints = (examples: readonly Example[]): readonly string[] => {
  mkdirSync(LOCAL, { recursive: true });
  const folder = mkdtempSync(join(LOCAL, 'examples-'));
  try {
    const files = examples.map(({ path, code }) => {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      // Each a module of its own, whether it imports or not.
      writeFileSync(join(folder, path), `${code}\nexport {};\n`);
      return path;
    });
    const paths = { 'golden-hour': ['infra/golden-hour.ts'], 'golden-hour/agreement': ['infra/agreement.ts'] };
    const compilerOptions = {
      // As an app has them, and with the names that examples declare for the reader alone.
      module: 'preserve',
      moduleResolution: 'bundler',
      noUnusedLocals: false,
      rootDir: resolve('.'),
      // An example of a source imports what stands beside the source.
      rootDirs: [resolve('.'), folder],
      paths: Object.fromEntries(Object.entries(paths).map(([name, to]) => [name, to.map((file) => resolve(file))])),
    };
    const config = { extends: resolve('tsconfig.json'), compilerOptions, include: [], files };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const tsc = resolve('node_modules/@typescript/native/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [tsc, '--project', folder, '--pretty', 'false'], {
      encoding: 'utf8',
    });
    return stdout
      .split('\n')
      .filter((line) => line.includes('error TS'))
      .map((line) =>
        line.replace(`${relative(process.cwd(), folder)}/`, '').replace(/\((\d+),\d+\): error (TS\d+).*/, ':$1 $2'),
      );
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe('an example', () => {
  it('in a comment of the sources or on a page compiles as it stands there', () => {
    expect(fromSources.length).toBeGreaterThan(5);
    expect(fromPages.length).toBeGreaterThan(1);
    expect(complaints([...fromSources, ...fromPages])).toEqual([]);
  });

  it('that is wrong is found, by its place', () => {
    const sources = new Map([
      [
        'shared/ports/some.ts',
        "/**\n * Says.\n *\n * @example\n * import type { Ports } from './ports.ts';\n *\n * export const x: Ports = 1;\n *\n * @returns nothing\n */\n",
      ],
    ]);
    const pages = new Map([
      ['docs/some.md', "Text.\n\n```ts\n// lib/a.ts\nimport { gone } from 'golden-hour';\n```\n"],
    ]);
    expect(complaints([...examplesOfSources(sources), ...examplesOfPages(pages)]).toSorted()).toEqual([
      'docs/some.md/lib/a.ts:2 TS2305',
      'shared/ports/some-example-1.ts:3 TS2322',
    ]);
  });
});
