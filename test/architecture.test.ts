import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../shared/domain/vocabulary/channels.ts';
import { comparedChannels, copiedLists, VOCABULARY } from './support/rules/closed-lists.ts';
import { circlesOf, climbingImports, DOMAIN_FLOORS, roomOf } from './support/rules/import-order.ts';
import { forbiddenImports } from './support/rules/import-rules.ts';
import { importsOf, type Sources } from './support/rules/imports.ts';
import { repositoryFiles as files, readMatching } from './support/rules/repository-files.ts';
import {
  impureDomain,
  notKebabCase,
  notVerbNoun,
  silencedTypes,
  tooLong,
  zonesOfTheRuntime,
} from './support/rules/source-rules.ts';

const sources = readMatching(/\.tsx?$/);

const one = (file: string, source: string): Sources => new Map([[file, source]]);
const forbidden = async (file: string, source: string) => forbiddenImports(await importsOf(one(file, source)));

/** Every list of the vocabulary, by its name. */
const lists = new Map<string, readonly string[]>();
for (const file of sources.keys()) {
  if (!file.startsWith(VOCABULARY)) continue;
  // Not written within the import: esbuild would look for every file that could be meant.
  const { href } = pathToFileURL(file);
  const exported: Readonly<Record<string, unknown>> = await import(href);
  for (const [name, value] of Object.entries(exported)) {
    if (Array.isArray(value) && value.length > 1) lists.set(name, value.map(String));
  }
}

describe('the sources', () => {
  it('import only what their layer may', async () => {
    const imports = await importsOf(sources);
    expect(new Set(imports.map(({ from }) => from)).size).toBeGreaterThan(sources.size / 2);
    expect(forbiddenImports(imports)).toEqual([]);
  });

  it('form no circle', async () => {
    expect(circlesOf(await importsOf(sources))).toEqual([]);
  });

  it('import in the domain only from the floors below', async () => {
    expect(climbingImports(await importsOf(sources))).toEqual([]);
  });

  it('fill every room of the domain that has a floor, and no other', () => {
    const rooms = [...new Set([...sources.keys()].flatMap((file) => roomOf(file) ?? []))];
    expect(rooms.toSorted()).toEqual(DOMAIN_FLOORS.flat().toSorted());
  });

  it('decide in the domain without clock, chance, environment or output', async () => {
    expect(await impureDomain(sources)).toEqual([]);
  });

  it('read no zone from the runtime where a function may run', async () => {
    expect(await zonesOfTheRuntime(sources)).toEqual([]);
  });

  it('write each closed list once: the vocabulary has it, and all else derives from that', () => {
    expect(lists.size).toBeGreaterThan(20);
    expect(copiedLists(sources, lists)).toEqual([]);
  });

  it('tell one channel from the others only in its own rooms', () => {
    expect(comparedChannels(sources, CHANNELS)).toEqual([]);
  });

  it('silence no type', () => {
    const rules = /^test\/(architecture\.test|support\/rules\/source-rules)\.ts$/;
    expect(silencedTypes(new Map([...sources].filter(([file]) => !rules.test(file))))).toEqual([]);
  });

  it('are short: sixty lines for a handler, 250 for any other file but tests', () => {
    expect(tooLong(sources)).toEqual([]);
  });

  it('are named in kebab-case', () => {
    const folders = /^(functions|shared|simulator|infra|cli|local|bench|sweep|scripts|test|examples|agreement)\//;
    // Samples of an event are named as the event is.
    const named = files.filter((file) => folders.test(file) && !file.includes('/golden/'));
    expect(named.length).toBeGreaterThan(100);
    expect(notKebabCase(named)).toEqual([]);
  });
});

describe('a function', () => {
  const folders = [...new Set(files.flatMap((file) => /^functions\/([^/]+)\//.exec(file)?.[1] ?? []))];

  it('is called by a verb and a noun, and has a handler and an entry for Lambda', () => {
    expect(folders.length).toBeGreaterThanOrEqual(8);
    expect(notVerbNoun(folders)).toEqual([]);
    const parts = folders.flatMap((name) => [`functions/${name}/handler.ts`, `functions/${name}/lambda.ts`]);
    expect(parts.filter((file) => !sources.has(file))).toEqual([]);
  });

  it('knows no SDK in its handler', async () => {
    const handlers = new Map([...sources].filter(([file]) => file.endsWith('/handler.ts')));
    const imports = await importsOf(handlers);
    expect(imports.length).toBeGreaterThan(folders.length);
    expect(imports.filter(({ to }) => to.startsWith('@aws-sdk/'))).toEqual([]);
  });
});

describe('the rules themselves', () => {
  it.each([
    ['shared/domain/a.ts', "import { z } from 'zod'; z();", 'zod'],
    ['shared/domain/a.ts', "import type { Store } from '../ports/store.ts';", 'shared/ports/store.ts (type)'],
    ['shared/domain/a.ts', "import { readFileSync } from 'node:fs'; readFileSync('');", 'node:fs'],
    ['shared/domain/a.ts', "export { x } from '../application/x.ts';", 'shared/application/x.ts'],
    ['shared/domain/a.ts', "export type { X } from '../application/x.ts';", 'shared/application/x.ts (type)'],
    ['shared/domain/a.ts', "export * from '../application/x.ts';", 'shared/application/x.ts'],
    [
      'shared/domain/a.ts',
      "import { type A } from '../ports/a.ts'; export const a: A = 1;",
      'shared/ports/a.ts (type)',
    ],
    ['shared/domain/a.ts', "const later = () => import('../ports/a.ts'); later();", 'shared/ports/a.ts'],
    [
      'shared/domain/a.ts',
      "import {\n  a,\n  b,\n} from '../../functions/x/handler.ts'; a(b);",
      'functions/x/handler.ts',
    ],
    ['shared/domain/a.ts', "import { x } from '../fields/x.ts'; x();", 'shared/fields/x.ts'],
    ['shared/fields/a.ts', "import { x } from '../contracts/x.ts'; x();", 'shared/contracts/x.ts'],
    ['shared/fields/a.ts', "import { getDomain } from 'tldts'; getDomain('');", 'tldts'],
    ['shared/fields/a.ts', "import { readFileSync } from 'node:fs'; readFileSync('');", 'node:fs'],
    ['shared/contracts/a.ts', "import { S } from '@aws-sdk/client-sns'; new S();", '@aws-sdk/client-sns'],
    ['shared/contracts/a.ts', "import type { Store } from '../ports/store.ts';", 'shared/ports/store.ts (type)'],
    ['shared/ports/a.ts', "import type { X } from '../contracts/x.ts';", 'shared/contracts/x.ts (type)'],
    ['shared/ports/a.ts', "import type { X } from 'aws-lambda';", 'aws-lambda (type)'],
    ['shared/adapters/a.ts', "import { x } from '../application/x.ts'; x();", 'shared/application/x.ts'],
    ['shared/application/a.ts', "import { x } from '../../functions/a-b/handler.ts'; x();", 'functions/a-b/handler.ts'],
    ['shared/application/a.ts', "import type { X } from '../adapters/aws/x.ts';", 'shared/adapters/aws/x.ts (type)'],
    ['shared/application/a.ts', "import { x } from '../agreement/x.ts'; x();", 'shared/agreement/x.ts'],
    ['shared/agreement/a.ts', "import { x } from '../adapters/node/x.ts'; x();", 'shared/adapters/node/x.ts'],
    ['shared/agreement/a.ts', "import type { X } from '../contracts/x.ts';", 'shared/contracts/x.ts (type)'],
    ['simulator/a.ts', "import { x } from '../cli/x.ts'; x();", 'cli/x.ts'],
    ['functions/a-b/handler.ts', "import { x } from '../../simulator/x.ts'; x();", 'simulator/x.ts'],
    ['functions/a-b/handler.ts', "import { x } from '../../shared/agreement/x.ts'; x();", 'shared/agreement/x.ts'],
    ['functions/a-b/handler.ts', "import { x } from '../c-d/handler.ts'; x();", 'functions/c-d/handler.ts'],
    ['functions/a-b/handler.ts', "import { x } from '../../infra/x.ts'; x();", 'infra/x.ts'],
    ['infra/a.ts', "import { x } from '../shared/domain/x.ts'; x();", 'shared/domain/x.ts'],
    ['infra/a.ts', "import { x } from '../functions/a-b/handler.ts'; x();", 'functions/a-b/handler.ts'],
    ['infra/a.ts', "import { x } from '../shared/adapters/aws/x.ts'; x();", 'shared/adapters/aws/x.ts'],
    ['infra/a.ts', "import x from 'lodash'; x();", 'lodash'],
    ['cli/a.ts', "import { x } from '../infra/x.ts'; x();", 'infra/x.ts'],
  ])('see what %s may not import: %s', async (file, source, target) => {
    expect(await forbidden(file, source)).toEqual([`${file} → ${target}`]);
  });

  it.each([
    ['shared/domain/lead/a.ts', "import type { X } from '../clock/x.ts';\nexport type A = X;\nexport type B<T> = T;"],
    ['shared/domain/a.ts', "// import { z } from 'zod';\nexport const text = `import { z } from 'zod'`;"],
    ['shared/contracts/a.ts', "import * as z from 'zod';\nimport { x } from '../domain/x.ts'; z.object(x);"],
    ['shared/fields/a.ts', "import { p } from 'libphonenumber-js/core';\nimport { x } from '../domain/x.ts'; p(x);"],
    ['shared/contracts/a.ts', "import { x } from '../fields/x.ts'; x();"],
    ['functions/a-b/handler.ts', "import { x } from '../../shared/fields/x.ts'; x();"],
    ['shared/adapters/aws/a.ts', "import { S } from '@aws-sdk/client-sns';\nimport { x } from 'node:fs'; new S(x);"],
    ['simulator/a.ts', "import { x } from '../functions/a-b/handler.ts'; x();"],
    ['functions/a-b/handler.ts', "import { x } from './own.ts';\nimport { y } from '../../shared/ports/y.ts'; x(y);"],
    [
      'infra/a.ts',
      "import { Stack } from 'aws-cdk-lib/core';\nimport type { X } from '../shared/domain/x.ts'; new Stack();",
    ],
    ['test/a.ts', "import { x } from '../functions/a-b/handler.ts'; x();"],
  ])('see nothing wrong in %s', async (file, source) => {
    expect(await forbidden(file, source)).toEqual([]);
  });

  it('see a circle, whichever way it goes round', async () => {
    const circle = new Map([
      ['cli/a.ts', "import { b } from './b.ts'; b();"],
      ['cli/b.ts', "import { c } from './c.ts'; c();"],
      ['cli/c.ts', "import type { A } from './a.ts'; export type C = A;"],
    ]);
    expect(circlesOf(await importsOf(circle))).toEqual(['cli/a.ts → cli/b.ts → cli/c.ts → cli/a.ts']);
    expect(circlesOf(await importsOf(new Map([...circle].slice(0, 2))))).toEqual([]);
  });

  it('see an import that goes up or along a floor of the domain, and a room without a floor', async () => {
    const climbs = async (file: string, target: string) =>
      climbingImports(await importsOf(one(file, `import type { X } from '${target}';`)));
    expect(await climbs('shared/domain/lead/a.ts', '../clock/x.ts')).toEqual([
      'shared/domain/lead/a.ts → shared/domain/clock/x.ts',
    ]);
    expect(await climbs('shared/domain/capture/a.ts', '../answer/x.ts')).toHaveLength(1);
    expect(await climbs('shared/domain/answer/a.ts', '../attic/x.ts')).toHaveLength(1);
    expect(await climbs('shared/domain/attic/a.ts', '../time/x.ts')).toHaveLength(1);
    expect(await climbs('shared/domain/clock/a.ts', '../lead/x.ts')).toEqual([]);
    expect(await climbs('shared/domain/clock/a.ts', './x.ts')).toEqual([]);
  });

  it.each([
    'export const now = () => Date.now();',
    'export const now = () => new Date();',
    'export const text = () => Date();',
    'export const dice = () => Math.random();',
    'export const home = () => process.env.HOME;',
    "export const say = () => console.log('x');",
    'export const hours = (at: Date) => at.getHours();',
    'export const sorted = (a: string, b: string) => a.localeCompare(b);',
    'export const later = async () => 1;',
  ])('see that this does not only decide: %s', async (source) => {
    expect(await impureDomain(one('shared/domain/a.ts', source))).toHaveLength(1);
    expect(await impureDomain(one('shared/application/a.ts', source))).toEqual([]);
  });

  it('see nothing wrong in a date made of a value, nor in words of a comment', async () => {
    const source =
      '/** Not Date.now(), nor process.env. */\nexport const iso = (at: number) => new Date(at).toISOString();';
    expect(await impureDomain(one('shared/domain/a.ts', source))).toEqual([]);
  });

  it.each([
    'export const hour = new Intl.DateTimeFormat("en", { timeZone: "Europe/Berlin", hour: "numeric" });',
    'export const text = (at: Date) => at.toLocaleTimeString("en", { timeZone: "Europe/Berlin" });',
    'export const text = (at: Date) => at.toLocaleString("en");',
  ])('see that this reads a zone from the runtime: %s', async (source) => {
    for (const file of ['shared/pages/a.tsx', 'shared/domain/a.ts', 'functions/a-b/handler.ts']) {
      expect(await zonesOfTheRuntime(one(file, source))).toEqual([file]);
    }
    expect(await zonesOfTheRuntime(one('cli/a.ts', source))).toEqual([]);
  });

  it('see no zone of the runtime in the names of days and months', async () => {
    const source = 'export const day = new Intl.DateTimeFormat("en", { weekday: "short", timeZone: "UTC" });';
    expect(await zonesOfTheRuntime(one('shared/domain/a.ts', source))).toEqual([]);
  });

  it.each([
    'const a: any = 1;',
    'f(x as any);',
    'new Map<string, any>();',
    'let a: any[];',
    'f<any>();',
    '// @ts-ignore',
  ])('see a silenced type in %s', (source) => {
    expect(silencedTypes(one('a.ts', source))).toHaveLength(1);
  });

  it('see no silenced type in a field that is called any', () => {
    const source =
      'const { any = [] } = all;\n// any: any\nexport const x = { any: any.map(f) } satisfies { any?: string };';
    expect(silencedTypes(one('a.ts', source))).toEqual([]);
  });

  it.each([
    "type Step = 'remind' | 'tell-manager' | 'reassign' | 'recycle';",
    "type Step =\n  | 'remind'\n  | 'tell-manager'\n  | 'reassign'\n  | 'recycle';",
    "const steps = ['recycle', 'reassign', 'tell-manager', 'remind'];",
    "const steps = [\n  'remind',\n  'reassign',\n  'recycle',\n];",
    "const steps = [...others, 'remind', 'tell-manager', 'reassign', 'recycle'] as const;",
  ])('see a second copy of a list in %j', (source) => {
    expect(copiedLists(one('cli/a.ts', source), lists)).toContain('cli/a.ts writes OWNER_STEPS out');
    expect(copiedLists(one(`${VOCABULARY}steps.ts`, source), lists)).toEqual([]);
  });

  it.each([
    "const subject = message.channel === 'email' ? '' : undefined;",
    "if (channel !== 'sms') send();",
    "switch (channel) {\n  case 'sms':\n    send();\n}",
  ])('see a channel told from the others in %j', (source) => {
    expect(comparedChannels(one('shared/application/a.ts', source), CHANNELS)).toHaveLength(1);
    expect(comparedChannels(one('shared/domain/alert/channels/a.ts', source), CHANNELS)).toEqual([]);
  });

  it('see no copy in some members of a list, nor in a table over it', () => {
    const source = "const mild = ['remind', 'recycle'];\nconst words = { remind: 'a', reassign: 'b', recycle: 'c' };";
    expect(copiedLists(one('cli/a.ts', source), lists)).toEqual([]);
  });

  it('see what is too long', () => {
    const lines = (count: number): string => 'x\n'.repeat(count);
    expect(tooLong(one('functions/a-b/handler.ts', lines(61)))).toHaveLength(1);
    expect(tooLong(one('functions/a-b/handler.ts', lines(60)))).toEqual([]);
    expect(tooLong(one('shared/a.ts', lines(251)))).toHaveLength(1);
    expect(tooLong(one('shared/a.ts', lines(250)))).toEqual([]);
    expect(tooLong(one('test/a.test.ts', lines(2_000)))).toEqual([]);
  });

  it('see what is named otherwise', () => {
    expect(notKebabCase(['shared/leadScore.ts', 'shared/Lead.ts', 'shared/lead_score.ts', 'Shared/a.ts'])).toHaveLength(
      4,
    );
    expect(notKebabCase(['shared/lead-score.ts', 'test/a-b.property.test.ts', 'a/gsm7.ts'])).toEqual([]);
    expect(notVerbNoun(['lead-scorer', 'score', 'score-a-lead', 'score-lead'])).toEqual([
      'lead-scorer',
      'score',
      'score-a-lead',
    ]);
  });
});
