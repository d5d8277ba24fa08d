import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readManifest } from '../support/package/manifest.ts';
import { type Packed, pack } from '../support/package/packed.ts';
import { filesOfReadme, initApp, type StockApp } from '../support/package/stock-app.ts';

/** Real installs, from npm's registry or its cache: a CDK is half a gigabyte. */
const PATIENCE = 900_000;

const { peerDependencies } = readManifest('.');

/** Of a range such as `^2.252.0`. */
const lowestOf = (name: string): string => `${name}@${peerDependencies[name]?.replace('^', '')}`;

const IN_JEST = `
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { readAgreement } from 'golden-hour/agreement';
import { SalesStack } from '../lib/sales-stack';

test('the stack has a bus', async () => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  const stack = new SalesStack(app, 'Sales', { agreement: await readAgreement('agreement') });
  Template.fromStack(stack).resourceCountIs('AWS::Events::EventBus', 1);
  // Jest's own five seconds are too few for a CDK on a busy machine.
}, 60_000);
`;

/** For an app: the packages of a registry that answers, or why there are none. */
const registry = initApp();
const reached = registry.run('npm view constructs version --fetch-retries 0').code === 0;
registry.remove();

let packed: Packed;
const apps: StockApp[] = [];

const must = (app: StockApp, script: string): string => {
  const { code, output } = app.run(script);
  expect({ script, code, output: code === 0 ? '' : output }).toEqual({ script, code: 0, output: '' });
  return output;
};

const appWith = (packages: readonly string[]): StockApp => {
  const app = initApp();
  apps.push(app);
  must(app, `npm install --no-audit --no-fund ${[...packages, packed.tarball].join(' ')}`);
  cpSync(join(app.folder, 'node_modules/golden-hour/agreement'), join(app.folder, 'agreement'), { recursive: true });
  for (const [file, text] of Object.entries(filesOfReadme())) app.write(file, text);
  app.write('test/sales.test.ts', IN_JEST);
  return app;
};

beforeAll(() => {
  if (reached) packed = pack();
}, PATIENCE);

afterAll(() => {
  for (const app of apps) app.remove();
  packed?.remove();
}, PATIENCE);

describe.skipIf(!reached)('an app of cdk init that installs the package', { timeout: PATIENCE }, () => {
  it('compiles, passes its own tests in Jest and synthesizes, by the scripts that it came with', () => {
    const app = appWith([]);
    must(app, 'npm run build');
    must(app, 'npm test');
    must(app, 'npx cdk synth --quiet --no-notices');
    expect(app.read('cdk.out/SalesStack.template.json')).toContain('AWS::Events::EventBus');
  });

  it('is taken by the oldest CDK that it says', () => {
    const oldest = Object.keys(peerDependencies).map(lowestOf);
    const app = appWith(['--save-exact', ...oldest]);
    const installed = Object.keys(peerDependencies).map(
      (name) => `${name}@${readManifest(join(app.folder, 'node_modules', name)).version}`,
    );
    expect(installed).toEqual(oldest);
    // By ts-node, which compiles against the types of that CDK too.
    must(app, 'npx cdk synth --quiet --no-notices');
    expect(app.read('cdk.out/SalesStack.template.json')).toContain('AWS::Events::EventBus');
  });
});
