import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Product } from './command-line/program.ts';
import { COMMANDS } from './commands.ts';
import { PACKAGE_ROOT } from './package-root.ts';

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')));

export const PRODUCT: Product = {
  name: 'golden-hour',
  summary: 'Hot leads reach a rep who can act, within the hour.',
  version,
  commands: COMMANDS,
  footer: `golden-hour help COMMAND tells what a command takes, with examples.
Exit codes: 0 fine, 1 what was asked is not so, 2 used wrongly.`,
};
