import path from 'node:path';
import { transform } from 'esbuild';
import type { Sources } from './imports.ts';

/*
 * What no source may hold, each rule as a function from sources to the problems in them, so that the rules
 * themselves can be tested.
 */

/** The code without its comments and types. */
const codeOf = async (file: string, source: string): Promise<string> =>
  (await transform(source, { loader: file.endsWith('x') ? 'tsx' : 'ts', jsx: 'preserve', legalComments: 'none' })).code;

/** Clock, chance, environment, output and whatever depends on where the process runs. */
const IMPURE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['the present', /\bDate\.now\b|\bnew Date\(\)|(?<!new )\bDate\(|\bperformance\b/],
  ['chance', /\bMath\.random\b|\bcrypto\b/],
  ['the environment', /\bprocess\b|\bglobalThis\b|\brequire\(|\bBuffer\b/],
  ['output', /\bconsole\b|\bfetch\(/],
  ['a timer', /\bset(Timeout|Interval|Immediate)\b|\bqueueMicrotask\b/],
  [
    'the zone or the language of the machine',
    /\.toLocale\w+\(|\.localeCompare\(|\.get(FullYear|Month|Date|Day|Hours|Minutes)\(/,
  ],
  ['a promise', /\basync\b|\bawait\b|\bPromise\b/],
];

export const impureDomain = async (sources: Sources): Promise<readonly string[]> => {
  const problems: string[] = [];
  for (const [file, source] of sources) {
    if (!file.startsWith('shared/domain/')) continue;
    const code = await codeOf(file, source);
    for (const [what, pattern] of IMPURE) if (pattern.test(code)) problems.push(`${file} looks at ${what}`);
  }
  return problems;
};

/** Days as they are read in UTC need no data of zones; written in place, so that it can be seen. */
const IN_UTC = /\bnew Intl\.DateTimeFormat\([^()]*timeZone: "UTC"[^()]*\)/g;

/** What clocks show where a lead is: shown on a page, and nothing is decided by it. No agreement knows a lead's zone. */
const SHOWN_ONLY = 'shared/pages/their-time.ts';

/** What a deploy carries would depend on the data of the runtime, which are older. */
export const zonesOfTheRuntime = async (sources: Sources): Promise<readonly string[]> => {
  const problems: string[] = [];
  for (const [file, source] of sources) {
    if (!/^(functions|simulator|shared\/(?!agreement\/))/.test(file) || file === SHOWN_ONLY) continue;
    const code = (await codeOf(file, source)).replace(IN_UTC, '');
    if (/\bIntl\.DateTimeFormat\b|\.toLocale(Date|Time)?String\(/.test(code)) problems.push(file);
  }
  return problems;
};

export const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

const ANY = /:\s*any\b(?!\s*[.(:?])|\bas any\b|<any\b|,\s*any\s*>|\bany\[\]/;

/** Types that are silenced rather than right. */
export const silencedTypes = (sources: Sources): readonly string[] =>
  [...sources].flatMap(([file, source]) => [
    ...(/@ts-(ignore|nocheck|expect-error)/.test(source) ? [`${file} silences the compiler`] : []),
    ...(ANY.test(withoutComments(source)) ? [`${file} says any`] : []),
  ]);

const waitlistsOf = (source: string): number => source.replace(/\n$/, '').split('\n').length;

export const tooLong = (sources: Sources): readonly string[] =>
  [...sources].flatMap(([file, source]) => {
    const most =
      path.posix.basename(file) === 'handler.ts' ? 60 : file.startsWith('test/') ? Number.POSITIVE_INFINITY : 250;
    return waitlistsOf(source) > most ? [`${file} has ${waitlistsOf(source)} lines, and ${most} are enough`] : [];
  });

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

export const notKebabCase = (files: readonly string[]): readonly string[] =>
  files.filter((file) => !file.split('/').every((part) => KEBAB.test(part)));

/** A verb that is not here is added on purpose, as functions are rare. */
const VERBS = [
  'advance',
  'alert',
  'answer',
  'check',
  'hear',
  'keep',
  'mail',
  'post',
  'publish',
  'read',
  'receive',
  'reconcile',
  'record',
  'route',
  'score',
  'send',
  'show',
  'translate',
  'update',
  'watch',
  'write',
];

export const notVerbNoun = (folders: readonly string[]): readonly string[] =>
  folders.filter((folder) => {
    const [verb = '', noun = '', ...more] = folder.split('-');
    return !VERBS.includes(verb) || noun === '' || more.length > 0;
  });
