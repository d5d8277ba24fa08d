import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { calibrate } from '../../shared/domain/calibrate/calibrate.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { openFeed } from '../feed.ts';
import { createOutput } from '../output.ts';
import { play } from '../simulate/play.ts';
import { watchedFeed } from '../watched-feed.ts';
import { calibrateJson } from './calibrate-json.ts';
import { printCalibration } from './print-calibration.ts';
import { createSamples } from './samples.ts';
import { scoringDiff } from './scoring-diff.ts';

export interface CalibrateOptions {
  readonly agreement: string;
  readonly events: string;
  readonly recycledAsLost: boolean;
  /** Epoch milliseconds. */
  readonly until?: Instant;
  readonly json: boolean;
  readonly seed: number;
}

/** Plays a feed and judges the score by how its leads ended. Answers whether better points are suggested. */
export const runCalibrate = async (
  options: CalibrateOptions,
  stdout: Writable,
  stderr?: Writable,
): Promise<boolean> => {
  const feed = watchedFeed(openFeed(options.events, stderr), stderr);
  try {
    const agreement = await readAgreement(options.agreement, feed.years);
    const samples = createSamples();
    await play({
      agreement,
      feed,
      seed: options.seed,
      ...(options.until === undefined ? {} : { until: options.until }),
      onFact: (event, runtime) => samples.fact(event, runtime.store.lead(event.detail.leadId ?? '')?.fields ?? {}),
    });
    const outcomes = samples.outcomes(options.recycledAsLost);
    const result = calibrate(outcomes.samples, agreement.scoring);
    const text = readFileSync(join(options.agreement, 'scoring.yaml'), 'utf8');
    const diff = result.suggestion && scoringDiff(text, result.suggestion.points);
    const output = createOutput(stdout);
    if (options.json)
      output.line(JSON.stringify(calibrateJson(result, outcomes, { hot: agreement.scoring.hot, diff }), null, 2));
    else printCalibration(result, outcomes, diff, output.line);
    await output.flush(true);
    return result.suggestion !== undefined;
  } finally {
    feed.close();
  }
};
