import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../support/package/manifest.ts';

const { dependencies, devDependencies, peerDependencies } = readManifest('.');

/** The packages that sources import, directly. */
const importedBy = async (entryPoints: string[]): Promise<readonly string[]> => {
  const { metafile } = await build({
    entryPoints,
    outdir: 'nowhere',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    packages: 'external',
    platform: 'node',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    metafile: true,
  });
  const paths = Object.values(metafile.outputs).flatMap(({ imports }) => imports.filter(({ external }) => external));
  const names = paths.map(({ path }) => /^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? '');
  return [...new Set(names)].filter((name) => !isBuiltin(name)).toSorted();
};

describe('what an app installs with the package', () => {
  it('is what functions are bundled from when the app is synthesized, and esbuild, which bundles them', async () => {
    const entries = readdirSync('functions').map((name) => `functions/${name}/lambda.ts`);
    expect(Object.keys(dependencies)).toEqual([...(await importedBy(entries)), 'esbuild'].toSorted());
  });

  it('is asked of the app itself where the app has to have the same: the CDK', async () => {
    const imported = await importedBy(['infra/golden-hour.ts']);
    const others = imported.filter((name) => dependencies[name] === undefined);
    expect(others).toEqual(Object.keys(peerDependencies));
  });

  it('is pinned, as all else is; the peers are those that the tests run with', () => {
    // DuckDB tells its own release behind the engine's.
    const exact = /^(npm:(@[^/]+\/)?[^@]+@)?\d+\.\d+\.\d+(-r\.\d+)?$/;
    const all = Object.entries({ ...dependencies, ...devDependencies });
    expect(all.filter(([, version]) => !exact.test(version))).toEqual([]);
    expect(Object.keys(peerDependencies).filter((name) => devDependencies[name] === undefined)).toEqual([]);
  });

  it('is said in the README of the CDK', () => {
    const [, oldest] = /^\^(\d+\.\d+)\.0$/.exec(peerDependencies['aws-cdk-lib'] ?? '') ?? [];
    expect(readFileSync('README.md', 'utf8')).toContain(`\`aws-cdk-lib\` ${oldest} or later`);
  });
});
