// Bundles the command and the construct into dist/; `npm ci` runs it by way of `prepare`.
import { chmodSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: {
    'golden-hour': 'cli/main.ts',
    construct: 'infra/golden-hour.ts',
    agreement: 'shared/agreement/read-agreement.ts',
  },
  // The app that places the construct has its own.
  external: ['aws-cdk-lib', 'constructs', 'esbuild'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
  banner: {
    // Some dependencies are CommonJS and call `require`.
    js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
  },
});
chmodSync('dist/golden-hour.js', 0o755);
