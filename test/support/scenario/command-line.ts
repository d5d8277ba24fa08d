import { Writable } from 'node:stream';
import { expect } from 'vitest';
import type { Product } from '../../../cli/command-line/program.ts';
import { run } from '../../../cli/command-line/run.ts';

/** What is written, for whoever wants to read it. */
export const collector = () => {
  const pieces: string[] = [];
  const stream = new Writable({
    write: (chunk, _, done) => {
      pieces.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => pieces.join('') };
};

/** Runs a command line in this process. */
export const runIn = async (product: Product, ...args: readonly string[]) => {
  const [stdout, stderr] = [collector(), collector()];
  const code = await run(args, product, { stdout: stdout.stream, stderr: stderr.stream });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
};

/** A usage error: 2, nothing on stdout, and below the complaints one line of usage. */
export const refused = async (product: Product, ...args: readonly string[]) => {
  const { code, stdout, stderr } = await runIn(product, ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  const lines = stderr.trimEnd().split('\n');
  expect(lines.filter((line) => line.startsWith('Usage: '))).toEqual([lines.at(-1)]);
  return { said: lines.slice(0, -1), usage: lines.at(-1) };
};
