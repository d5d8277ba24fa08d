import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { functionCode, NEVER_LOADED } from '../../infra/constructs/bundle.ts';
import { FUNCTION_NAMES, type FunctionName } from '../../shared/contracts/functions.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { agreementOf } from './agreement.ts';

const SourceMap = z.looseObject({ sources: z.array(z.string()) });

/** The folder of what would be deployed. */
const bundled = (name: FunctionName, agreement?: Agreement): string => {
  const app = new App({ builtinCloudFormationValidation: false });
  const stack = new Stack(app, 'Bundle');
  new LambdaFunction(stack, 'Function', {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: functionCode(name, { agreement }),
  });
  const { directory } = app.synth();
  const { files } = z
    .object({
      files: z.record(z.string(), z.object({ source: z.object({ path: z.string(), packaging: z.string() }) })),
    })
    .parse(JSON.parse(readFileSync(join(directory, 'Bundle.assets.json'), 'utf8')));
  const [asset] = Object.values(files).filter(({ source }) => source.packaging === 'zip');
  return join(directory, asset?.source.path ?? '');
};

/** Senders wait for the one, and nobody for the other. */
const KILOBYTES: { readonly [Name in FunctionName]?: number } = {
  'show-measures': 1_300,
  'receive-webhook': 450,
  'translate-lead': 630,
  // Both have the readers of fields, with their tables. The first decides who is told of what, too.
  'score-lead': 530,
  'record-answer': 520,
};

const agreement = agreementOf(2, { phones: false });

/** Bundling takes its time where the machine has other things to do. */
const PATIENCE = 60_000;

/** The files that are loaded when a function starts: what the first one imports, and so on; not what waits for an import(). */
const loadedAtStart = (folder: string): ReadonlySet<string> => {
  const loaded = new Set(['index.mjs']);
  for (const file of loaded) {
    const code = readFileSync(join(folder, file), 'utf8');
    for (const [, from = ''] of code.matchAll(/\b(?:from|import)"\.\/([\w-]+\.mjs)"/g)) loaded.add(from);
  }
  return loaded;
};

describe('the bundle of a function', { timeout: PATIENCE }, () => {
  it('holds the compiled agreement where the function decides by it', () => {
    expect(JSON.parse(readFileSync(join(bundled('score-lead', agreement), 'agreement.json'), 'utf8'))).toEqual(
      agreement,
    );
    expect(existsSync(join(bundled('watch-clocks'), 'agreement.json'))).toBe(false);
  });

  it('is another one for another agreement, in the same run too', () => {
    const other = { ...agreement, hash: '1'.repeat(64) };
    const [first, second, again] = [agreement, other, agreement].map((each) =>
      bundled('score-lead', each).split('/').at(-1),
    );
    expect(second).not.toBe(first);
    expect(again).toBe(first);
  });

  it('leads errors back to the sources, without carrying them', () => {
    const map = SourceMap.parse(JSON.parse(readFileSync(join(bundled('watch-clocks'), 'index.mjs.map'), 'utf8')));
    expect(map).not.toHaveProperty('sourcesContent');
    expect(map.sources).toContain('functions/watch-clocks/lambda.ts');
    expect(map.sources.every((source) => !source.startsWith('/') && !source.startsWith('..'))).toBe(true);
  });

  it('has no readers of fields where no event is read', () => {
    const text = readFileSync(join(bundled('advance-clock', agreement), 'index.mjs.map'), 'utf8');
    const { sources } = SourceMap.parse(JSON.parse(text));
    expect(sources.filter((source) => /libphonenumber|shared\/fields\/tables/.test(source))).toEqual([]);
  });

  it.each(FUNCTION_NAMES)(
    'is smaller than 500 KB, but for what is loaded later, a page of charts, and who reads each kind of source: %s',
    (name) => {
      const folder = bundled(name, agreement);
      const size = [...loadedAtStart(folder)].reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
      expect(size).toBeLessThan((KILOBYTES[name] ?? 500) * 1024);
    },
  );

  it.each([
    ['alert-rep', 'ses-email'],
    ['alert-rep', 'topic-email'],
    ['mail-figures', 'ses-email'],
    ['mail-figures', 'topic-email'],
    ['show-measures', 'ses-email'],
    ['show-measures', 'topic-email'],
    ['check-reach', 'ask-ses'],
  ] as const)(
    'loads a way of e-mail where it goes that way alone, and each is smaller than 80 KB: %s, %s',
    (name, chunk) => {
      const folder = bundled(name, agreement);
      const [file = '', ...others] = readdirSync(folder).filter(
        (each) => each.startsWith(chunk) && each.endsWith('.mjs'),
      );
      expect(others).toEqual([]);
      expect(statSync(join(folder, file)).size).toBeLessThan(80 * 1024);
      expect(loadedAtStart(folder)).not.toContain(file);
    },
  );

  it('loads the table of letters with the first message alone', () => {
    const folder = bundled('alert-rep', agreement);
    const [table = ''] = readdirSync(folder).filter((file) => file.startsWith('any-ascii'));
    expect(table).not.toBe('');
    expect(loadedAtStart(folder)).not.toContain(table);
  });

  it('needs nothing beside itself but Node, and what is never loaded in Lambda', () => {
    const folder = bundled('alert-rep', agreement);
    const modules = readdirSync(folder).filter((file) => file.endsWith('.mjs'));
    const code = modules.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
    // Minified statements: messages that speak of imports do not look like them.
    const statement = /\bimport(?:[\w$*{},\s]*\bfrom)?"([^"]+)"|\bimport\("([^"]+)"\)/g;
    const imported = [...code.matchAll(statement)].map(([, statically, lazily]) => statically ?? lazily ?? '');
    expect(imported).toContain('node:fs');
    const own = modules.map((file) => `./${file}`);
    expect(imported.filter((from) => !isBuiltin(from) && !own.includes(from) && !NEVER_LOADED.includes(from))).toEqual(
      [],
    );
  });
});
