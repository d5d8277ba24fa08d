#!/usr/bin/env node
import { run } from './command-line/run.ts';
import { PRODUCT } from './product.ts';

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const exitCode = await run(process.argv.slice(2), PRODUCT, process);
if (exitCode !== 0) process.exitCode = exitCode;
