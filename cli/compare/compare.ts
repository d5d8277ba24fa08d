import type { Writable } from 'node:stream';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { openFeed } from '../feed.ts';
import { createOutput } from '../output.ts';
import { watchedFeed } from '../watched-feed.ts';
import { compareSides, type Played } from './comparison.ts';
import { playSide } from './play-side.ts';
import { printComparison } from './print-comparison.ts';

export interface CompareOptions {
  readonly agreement: string;
  readonly with: string;
  readonly events: string;
  /** Epoch milliseconds. */
  readonly until?: Instant;
  readonly json: boolean;
  readonly seed: number;
}

/** Plays a feed under two agreements and tells what differs. */
export const compare = async (options: CompareOptions, stdout: Writable, stderr?: Writable): Promise<void> => {
  const feed = watchedFeed(openFeed(options.events, stderr), stderr);
  try {
    const { seed, until } = options;
    const agreements = [
      { folder: options.agreement, agreement: await readAgreement(options.agreement, feed.years) },
      { folder: options.with, agreement: await readAgreement(options.with, feed.years) },
    ] as const;
    const playOne = async ({ folder, agreement }: Omit<Played, 'side'>): Promise<Played> => ({
      folder,
      agreement,
      side: await playSide({ agreement, feed, seed, ...(until === undefined ? {} : { until }) }),
    });
    const [a, b] = [await playOne(agreements[0]), await playOne(agreements[1])];
    const comparison = compareSides({ a, b });
    const output = createOutput(stdout);
    if (options.json) output.line(JSON.stringify(comparison, null, 2));
    else {
      const nameOf = (rep: string): string => b.agreement.reps[rep]?.name ?? a.agreement.reps[rep]?.name ?? rep;
      printComparison(comparison, nameOf, output.line);
    }
    await output.flush(true);
  } finally {
    feed.close();
  }
};
