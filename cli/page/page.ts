import { once } from 'node:events';
import type { MeasuresSource } from '../../shared/application/measures/answer-measures.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Streams } from '../command-line/command.ts';
import { UnusableInput } from '../command-line/failure.ts';
import { sourceOfFeed, sourceOfStack } from './page-source.ts';
import { type ServedPage, servePage } from './serve-page.ts';

export interface PageOptions {
  readonly agreement: string;
  readonly until?: Instant;
  readonly port: number;
  readonly seed: number;
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

const serveOn = async (port: number, source: MeasuresSource): Promise<ServedPage> => {
  try {
    return await servePage(source, port);
  } catch (error) {
    if (isTaken(error)) throw new UnusableInput(`port ${port} is taken; give another one, or --port 0`);
    throw error;
  }
};

/** Serves the page until the process is told to stop. Throws StackNotRead, UnusableInput. */
export const showPage = async (
  options: PageOptions & ({ readonly events: string } | { readonly stack: string }),
  { stdout, stderr }: Streams,
): Promise<true> => {
  const source = 'stack' in options ? await sourceOfStack(options.stack, options) : await sourceOfFeed(options, stderr);
  const page = await serveOn(options.port, source);
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  stdout.write(`The page of both teams: ${page.url}\nCtrl-C stops it.\n`);
  await stopped;
  await page.close();
  return true;
};
