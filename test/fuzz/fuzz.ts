import * as fc from 'fast-check';
import type { Target } from './targets.ts';

export interface Fuzzed {
  /** What broke, with the input and how to play it again; undefined where all held. */
  readonly broken?: string;
  readonly slowestMs: number;
}

export interface FuzzOptions {
  readonly target: Target;
  readonly runs: number;
  readonly seed: number;
}

/** Sends so many inputs to one edge. */
export const fuzz = async ({ target: { inputs, take }, runs, seed }: FuzzOptions): Promise<Fuzzed> => {
  let slowestMs = 0;
  const property = fc.asyncProperty(inputs, async (input) => {
    const start = performance.now();
    await take(input);
    slowestMs = Math.max(slowestMs, performance.now() - start);
  });
  const details = await fc.check(property, { numRuns: runs, seed });
  if (!details.failed) return { slowestMs };
  const { errorInstance: error } = details;
  const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { slowestMs, broken: `${fc.defaultReportMessage(details) ?? ''}\n${why}` };
};
