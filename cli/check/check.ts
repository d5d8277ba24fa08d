import type { Writable } from 'node:stream';
import { coverageOf } from '../../shared/agreement/analysis/coverage.ts';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { oldZoneData } from '../../shared/agreement/zones/zone-data-age.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { createOutput } from '../output.ts';
import { coverageJson } from './coverage-json.ts';
import { printCoverage } from './print-coverage.ts';
import { silentAlert } from './silent-alert.ts';
import { soundness } from './soundness.ts';

export interface CheckOptions {
  readonly agreement: string;
  /** Whether to tell what a sound agreement covers. */
  readonly coverage: boolean;
  readonly json: boolean;
  /** Epoch milliseconds: the coming year and the week of the report count from here. */
  readonly now: Instant;
}

/**
 * Tells what is sound, and its coverage where that is asked for; on stderr, that the data of time zones are old, and that
 * nobody is told of a lead that nobody owns. Throws UnsoundAgreement.
 */
export const check = async (options: CheckOptions, stdout: Writable, stderr: Writable): Promise<void> => {
  const { now } = options;
  const old = oldZoneData(now);
  if (old !== undefined) stderr.write(`golden-hour: ${old}\n`);
  const agreement = await readAgreement(options.agreement, new Date(now).getUTCFullYear(), now);
  const silent = silentAlert(agreement);
  if (silent !== undefined) stderr.write(`golden-hour: ${silent}\n`);
  const output = createOutput(stdout);
  if (!options.json) output.line(soundness(options.agreement, agreement));
  if (options.coverage) {
    const coverage = coverageOf(agreement, now);
    if (options.json) output.line(JSON.stringify(coverageJson(coverage), null, 2));
    else {
      output.line('');
      printCoverage(coverage, output.line);
    }
  }
  await output.flush(true);
};
