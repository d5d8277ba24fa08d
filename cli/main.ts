#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UnsoundAgreement } from '../shared/agreement/read-agreement.ts';
import { given, needed, parseOrExplain, seedOf, untilOf } from './arguments.ts';
import { check } from './check/check.ts';
import { compare } from './compare/compare.ts';
import { StackNotRead } from './doctor/aws/stack-not-read.ts';
import { explain } from './explain/explain.ts';
import { importCsv } from './import-csv/import-csv.ts';
import { WrongMap } from './import-csv/read-map.ts';
import { simulate } from './simulate/simulate.ts';
import { USAGE, UsageError } from './usage.ts';

/** Where the package lies: the bundle is in its `dist`. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What was asked is not so: exit code 1. */
const told = (so: boolean): void => {
  if (!so) process.exitCode = 1;
};

const run = async (args: string[]): Promise<void> => {
  const { values, positionals } = parseOrExplain(args);
  const [command, ...rest] = positionals;
  const [file, ...extra] = command === 'import-csv' ? rest : [undefined, ...rest];
  if (values.help) return void process.stdout.write(USAGE);
  if (extra.length > 0) throw new UsageError(`${extra.join(' ')} is not understood`);
  const play = { ...untilOf(values.until), json: values.json, seed: seedOf(values.seed) };
  switch (command) {
    case 'check':
      return check(
        { agreement: given(values, 'agreement'), coverage: values.coverage, json: values.json, now: Date.now() },
        process.stdout,
      );
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
    case 'compare': {
      const agreements = { agreement: given(values, 'agreement'), with: given(values, 'with') };
      return compare({ ...play, ...agreements, events: given(values, 'events') }, process.stdout);
    }
    case 'explain':
      return told(
        await explain(
          {
            ...play,
            agreement: given(values, 'agreement'),
            events: given(values, 'events'),
            lead: needed(values, 'lead'),
          },
          process.stdout,
          process.stderr,
        ),
      );
    case 'doctor': {
      // Of the Node that later versions of the clients will need; these are pinned, and stderr is for what is wrong.
      process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
      // The clients of AWS are for this command alone, and larger than all the rest of it.
      const { doctor } = await import('./doctor/doctor.ts');
      const { stack, json } = values;
      return told(await doctor({ agreement: given(values, 'agreement'), stack, json, now: Date.now() }, process));
    }
    case 'import-csv': {
      if (file === undefined || !existsSync(file)) throw new UsageError(`${file ?? 'the FILE'}: there is no such file`);
      const out = values.out === undefined ? {} : { out: values.out };
      return told(await importCsv({ file, map: given(values, 'map'), ...out }, process));
    }
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
  } else if (error instanceof WrongMap) {
    process.stderr.write(`${error.problems.join('\n')}\ngolden-hour: ${error.message}\n`);
    process.exitCode = 2;
  } else if (error instanceof StackNotRead) {
    process.stderr.write(`golden-hour: ${error.message}\n`);
    process.exitCode = 2;
  } else if (error instanceof UnsoundAgreement) {
    process.stdout.write(`${error.problems.join('\n')}\n`);
    process.stderr.write(`golden-hour: ${error.problems.length} problems in the agreement\n`);
    process.exitCode = 1;
  } else {
    throw error;
  }
}
