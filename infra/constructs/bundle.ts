import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';
import { digestOf, SHIPPED } from '../../shared/adapters/node/shipped-agreement.ts';
import type { FunctionName } from '../../shared/contracts/functions.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { ReportTerms } from '../../shared/domain/measures/terms.ts';
import type { Sink } from '../../shared/domain/sink/sink.ts';
import type { Source } from '../../shared/domain/source/source.ts';
import { PACKAGE_FOLDER } from '../package-folder.ts';

// Some CommonJS dependencies call require, which a module does not have.
const REQUIRE =
  "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);";

/**
 * What the SDK imports only when it first needs it, and never needs in Lambda. Together it is a fifth of a bundle.
 */
export const NEVER_LOADED = [
  // Where it looks for credentials once the environment has none: Lambda's always has them.
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
  // Tells browsers apart.
  'bowser',
  // For calls that stream; the functions make none.
  '@smithy/core/event-streams',
];

/** Writes an entry's index.mjs and source map, all of the SDK that it loads included: what is deployed is what was tested. */
export const bundle = (entry: string, folder: string): void => {
  const { outputFiles } = buildSync({
    absWorkingDir: PACKAGE_FOLDER,
    entryPoints: { index: entry },
    // Not written there: the map's paths are relative to it, and the hash must not depend on the machine.
    outdir: PACKAGE_FOLDER,
    outExtension: { '.js': '.mjs' },
    write: false,
    // What is imported when it is first needed stays a file of its own.
    splitting: true,
    bundle: true,
    external: NEVER_LOADED,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    minify: true,
    // A letter as it is takes two bytes or three, and escaped six.
    charset: 'utf8',
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    tsconfigRaw: '{}',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    banner: { js: REQUIRE },
    logLevel: 'warning',
  });
  for (const { path, contents } of outputFiles) writeFileSync(join(folder, basename(path)), contents);
};

/** What a function reads beside its code. */
export interface Shipped {
  readonly agreement?: Agreement | undefined;
  readonly terms?: ReportTerms | undefined;
  readonly sources?: readonly Source[] | undefined;
  readonly sinks?: readonly Sink[] | undefined;
}

const isShipped = (name: string): name is keyof Shipped => Object.hasOwn(SHIPPED, name);

/** As text, by what it is. */
const textsOf = (shipped: Shipped): readonly (readonly [keyof Shipped, string])[] =>
  Object.keys(SHIPPED)
    .filter(isShipped)
    .flatMap((name) => (shipped[name] === undefined ? [] : [[name, JSON.stringify(shipped[name])] as const]));

/** As it was checked and compiled just now; its digest lets functions trust a file without checking it again. */
export const writeShipped = (shipped: Shipped, folder: string): void => {
  for (const [name, text] of textsOf(shipped)) {
    const { file, digest } = SHIPPED[name];
    writeFileSync(join(folder, file), text);
    writeFileSync(join(folder, digest), digestOf(text));
  }
};

/** The function's code, with what it reads beside it. */
export const functionCode = (name: FunctionName, shipped: Shipped = {}): Code =>
  Code.fromAsset(join(PACKAGE_FOLDER, 'functions', name), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never pulled: tryBundle does it all.
      image: DockerImage.fromRegistry('node'),
      // Part of the key under which CDK keeps what it bundled, and the only part that knows what is shipped.
      environment: Object.fromEntries(textsOf(shipped).map(([part, text]) => [part.toUpperCase(), digestOf(text)])),
      local: {
        tryBundle: (folder) => {
          mkdirSync(folder, { recursive: true });
          bundle(join('functions', name, 'lambda.ts'), folder);
          writeShipped(shipped, folder);
          return true;
        },
      },
    },
  });
