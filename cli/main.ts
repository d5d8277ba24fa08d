#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { UnsoundAgreement } from '../shared/adapters/agreement/read-agreement.ts';
import { readInstant } from '../shared/contracts/events/read-instant.ts';
import { readAgreement } from './agreement.ts';
import { simulate } from './simulate.ts';
import { USAGE, UsageError } from './usage.ts';

/** Where the package lies: the bundle is in its `dist`. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const options = {
  agreement: { type: 'string' },
  events: { type: 'string' },
  until: { type: 'string' },
  json: { type: 'boolean', default: false },
  seed: { type: 'string', default: '1' },
  help: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parse>['values'];

const parse = (args: string[]) => parseArgs({ args, options, allowPositionals: true, strict: true });

const parseOrExplain = (args: string[]) => {
  try {
    return parse(args);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

const given = (values: Values, name: 'agreement' | 'events'): string => {
  const value = values[name];
  if (value === undefined) throw new UsageError(`--${name} is missing`);
  if (!existsSync(value)) throw new UsageError(`--${name} ${value}: there is no such file or folder`);
  return value;
};

const untilOf = (text: string | undefined): { until?: number } => {
  if (text === undefined) return {};
  const until = readInstant(text);
  if (until === undefined) throw new UsageError(`--until ${text} is not an instant such as 2026-11-02T09:00:00Z`);
  return { until };
};

const seedOf = (text: string): number => {
  if (!/^\d{1,10}$/.test(text)) throw new UsageError(`--seed ${text} is not a whole number`);
  return Number(text);
};

const run = async (args: string[]): Promise<void> => {
  const { values, positionals } = parseOrExplain(args);
  const [command, ...extra] = positionals;
  if (values.help) return void process.stdout.write(USAGE);
  if (extra.length > 0) throw new UsageError(`${extra.join(' ')} is not understood`);
  const play = { ...untilOf(values.until), json: values.json, seed: seedOf(values.seed) };
  switch (command) {
    case 'check':
      await readAgreement(given(values, 'agreement'), new Date().getUTCFullYear());
      return;
    case 'simulate':
      return simulate(
        { ...play, agreement: given(values, 'agreement'), events: given(values, 'events') },
        process.stdout,
      );
    case 'demo':
      return simulate(
        { ...play, agreement: join(root, 'agreement'), events: join(root, 'examples', 'sample-day.ndjson') },
        process.stdout,
      );
    default:
      throw new UsageError(command === undefined ? 'a command is missing' : `${command} is no command`);
  }
};

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`golden-hour: ${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
  } else if (error instanceof UnsoundAgreement) {
    process.stdout.write(`${error.problems.join('\n')}\n`);
    process.stderr.write(`golden-hour: ${error.problems.length} problems in the agreement\n`);
    process.exitCode = 1;
  } else {
    throw error;
  }
}
