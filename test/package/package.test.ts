import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readManifest } from '../support/package/manifest.ts';
import { type Packed, pack } from '../support/package/packed.ts';
import { CDK, filesOfReadme, initApp, installPackage, type StockApp } from '../support/package/stock-app.ts';

/** Packing builds all of it, and a stack bundles nine functions. */
const PATIENCE = 300_000;

const TSX = resolve('node_modules/tsx/dist/cli.mjs');
const TSC = resolve('node_modules/@typescript/native/bin/tsc');
/** The last version that knows how packages were found before `exports`. */
const TSC_6 = resolve('node_modules/typescript/bin/tsc6');

let packed: Packed;
const apps: StockApp[] = [];

/** A stock app with the package installed and the README's code in it. */
const appOf = (change: (text: string) => string = (text) => text): StockApp => {
  const app = initApp();
  apps.push(app);
  installPackage(app, packed.folder);
  for (const [file, text] of Object.entries(filesOfReadme())) app.write(file, change(text));
  app.write('lib/wrong.ts', WRONG);
  return app;
};

/** Compiles only if the types are not found and everything is `any`. */
const WRONG = `
import { Stack } from 'aws-cdk-lib';
import { GoldenHour } from 'golden-hour';
import { readAgreement } from 'golden-hour/agreement';
export const notAwaited = new GoldenHour(new Stack(), 'A', { agreement: readAgreement('agreement') });
export const internal = notAwaited.state;
`;

/** Type errors by place and code; \`cdk init\` also asks for the types of jest, which is not about us. */
const compile = (app: StockApp, compiler: string, ...options: readonly string[]): readonly string[] => {
  const { output } = app.node([compiler, '--project', '.', '--types', 'node', '--rootDir', '.', ...options]);
  return output
    .split('\n')
    .filter((line) => line.includes('error TS') && !line.startsWith('test/'))
    .map((line) => line.replace(/\((\d+),\d+\): error (TS\d+):.*/, ':$1 $2'));
};

const ONLY_WHAT_IS_WRONG = ['lib/wrong.ts:5 TS2741', 'lib/wrong.ts:6 TS2339'];

/** Neither bundles functions nor has CDK validate the template. */
const QUICKLY = {
  CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:bundling-stacks': [] }),
  CDK_OUTDIR: 'cdk.out',
  CDK_VALIDATION: 'false',
};

const typesIn = (app: StockApp): readonly string[] => {
  const { Resources } = JSON.parse(app.read('cdk.out/SalesStack.template.json'));
  return Object.values<{ Type: string }>(Resources).map(({ Type }) => Type);
};

beforeAll(() => {
  packed = pack();
}, PATIENCE);

afterAll(() => {
  for (const app of apps) app.remove();
  packed?.remove();
}, PATIENCE);

describe('the tarball', () => {
  it('holds what is built, what functions are bundled from, the example and the docs, and nothing else', () => {
    const top = new Set(packed.files.map((file) => file.split('/')[0]));
    expect([...top].toSorted()).toEqual(
      [
        'LICENSE',
        'README.md',
        'agreement',
        'dist',
        'docs',
        'examples',
        'functions',
        'infra',
        'package.json',
        'schemas',
        'shared',
      ].toSorted(),
    );
    expect(packed.files.filter((file) => /^infra\/(?!queries\/[\w-]+\.sql$)/.test(file))).toEqual([]);
    // For whoever changes the product; the types hold what docs/api says.
    expect(packed.files.filter((file) => /^docs\/(adr|api|releasing)/.test(file))).toEqual([]);
    expect(packed.files).toEqual(expect.arrayContaining(['docs/runbooks/README.md', 'docs/upgrading.md']));
    expect(
      packed.files.filter((file) =>
        /\.map$|\.test\.|^shared\/(agreement|.*\/(memory|calibrate|privacy))\/|\.png$/.test(file),
      ),
    ).toEqual([]);
  });

  it('holds every file that its manifest points at', () => {
    const pointed = readFileSync('package.json', 'utf8').match(/"\.?\/?dist\/[^"]+"/g) ?? [];
    expect(pointed.length).toBeGreaterThan(8);
    expect(
      pointed.map((file) => file.replace(/^"(\.\/)?|"$/g, '')).filter((file) => !packed.files.includes(file)),
    ).toEqual([]);
  });

  it('is smaller than 2.3 megabytes', () => {
    expect(packed.size).toBeLessThan(2_300_000);
  });

  it('has types of the construct and of the agreement alone, each for both kinds of modules', () => {
    const types = packed.files.filter((file) => file.endsWith('.d.ts'));
    const public_ = [
      'infra/agreement.d.ts',
      'infra/golden-hour-metrics.d.ts',
      'infra/golden-hour-props.d.ts',
      'infra/golden-hour.d.ts',
      'shared/agreement/unsound-agreement.d.ts',
    ];
    expect(types.toSorted()).toEqual(
      ['dist/cjs/types/', 'dist/types/'].flatMap((folder) => public_.map((file) => `${folder}${file}`)),
    );
  });

  it('names every package of which it holds code, with the licence', async () => {
    const { metafile } = await build({
      entryPoints: ['cli/main.ts', 'infra/golden-hour.ts', 'infra/agreement.ts'],
      bundle: true,
      write: false,
      metafile: true,
      outdir: 'dist',
      platform: 'node',
      format: 'esm',
      splitting: true,
      jsx: 'automatic',
      jsxImportSource: 'hono/jsx',
      // Whoever installs the package has these.
      external: [
        'aws-cdk-lib',
        'constructs',
        'esbuild',
        'any-ascii',
        '@aws-sdk/client-*',
        '@observablehq/plot',
        'linkedom',
      ],
      logLevel: 'error',
    });
    const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
    const bundled = new Set(
      inputs.flatMap(([file, { bytesInOutput }]) => {
        const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file) ?? [];
        return name === undefined || bytesInOutput === 0 ? [] : [name];
      }),
    );
    expect(bundled.size).toBeGreaterThan(20);
    const notices = readFileSync(join(packed.folder, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8').split('\n');
    const unnamed = [...bundled].filter((name) => {
      const { version, license } = readManifest(join('node_modules', name));
      return !notices.includes(`${name} ${version} (${license})`);
    });
    expect(unnamed).toEqual([]);
  });
});

describe('an app of cdk init', { timeout: PATIENCE }, () => {
  it('compiles, also with the module resolution of bundlers, and synthesizes with all functions bundled', () => {
    const app = appOf();
    expect(compile(app, TSC)).toEqual(ONLY_WHAT_IS_WRONG);
    expect(compile(app, TSC, '--module', 'esnext', '--moduleResolution', 'bundler')).toEqual(ONLY_WHAT_IS_WRONG);
    app.node(['-e', "require('fs').cpSync('node_modules/golden-hour/agreement', 'agreement', { recursive: true })"]);
    const { code, output } = app.node([
      CDK,
      'synth',
      '--quiet',
      '--no-notices',
      '--app',
      `${process.execPath} ${TSX} bin/sales.ts`,
    ]);
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
    expect(typesIn(app)).toContain('AWS::Events::EventBus');
    const assets = readdirSync(join(app.folder, 'cdk.out')).filter((file) => file.startsWith('asset.'));
    expect(assets.length).toBeGreaterThanOrEqual(8);
  });

  it('compiles and synthesizes as ES modules', () => {
    const app = appOf((text) =>
      text
        .replace("'../lib/sales-stack'", "'../lib/sales-stack.js'")
        .replace("'agreement')", "'node_modules/golden-hour/agreement')"),
    );
    app.write('package.json', JSON.stringify({ ...JSON.parse(app.read('package.json')), type: 'module' }));
    expect(compile(app, TSC)).toEqual(ONLY_WHAT_IS_WRONG);
    const { code, output } = app.node([TSX, 'bin/sales.ts'], QUICKLY);
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
    expect(typesIn(app)).toContain('AWS::Events::EventBus');
  });

  it('compiles with the module resolution of older apps, and runs what that makes with no help', () => {
    const app = appOf((text) => text.replace("'agreement')", "'node_modules/golden-hour/agreement')"));
    const options = [
      '--module',
      'commonjs',
      '--moduleResolution',
      'node10',
      '--ignoreDeprecations',
      '6.0',
      '--noEmit',
      'false',
      '--outDir',
      'out',
    ];
    expect(compile(app, TSC_6, ...options)).toEqual(ONLY_WHAT_IS_WRONG);
    const { code, output } = app.node(['out/bin/sales.js'], QUICKLY);
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
    expect(typesIn(app)).toContain('AWS::Events::EventBus');
  });

  it('has the command, which needs nothing but Node', () => {
    const app = appOf();
    const command = 'node_modules/golden-hour/dist/golden-hour.js';
    expect(app.node([command, '--version']).output.trim()).toBe(readManifest('.').version);
    const { code, output } = app.node([command, 'check', '--agreement', 'node_modules/golden-hour/agreement']);
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
  });

  it('is told the problems of an agreement that is not sound, and ends with 1', () => {
    const app = appOf();
    const { code, output } = app.node([TSX, 'bin/sales.ts'], QUICKLY);
    expect(code).toBe(1);
    expect(output).toContain('agreement/sla.yaml:1:1 the file is missing');
  });
});
