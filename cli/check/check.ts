import type { Writable } from 'node:stream';
import { coverageOf } from '../../shared/agreement/analysis/coverage.ts';
import { alertPromise } from '../../shared/agreement/analysis/promise/alert-promise.ts';
import { neverHad } from '../../shared/agreement/codes/never-had.ts';
import { formatProblem } from '../../shared/agreement/problem.ts';
import { readAgreement } from '../../shared/agreement/read-agreement.ts';
import { loadReportTerms } from '../../shared/agreement/report/read-report-terms.ts';
import { loadSinks } from '../../shared/agreement/sinks/read-sinks.ts';
import { loadSources } from '../../shared/agreement/sources/read-sources.ts';
import { UnsoundAgreement } from '../../shared/agreement/unsound-agreement.ts';
import { oldZoneData } from '../../shared/agreement/zones/zone-data-age.ts';
import { keysOfSample } from '../../shared/application/receiving/keys-of-sample.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { readableDuration } from '../../shared/domain/time/readable-duration.ts';
import { createOutput } from '../output.ts';
import { coverageJson } from './coverage-json.ts';
import { printCoverage } from './print-coverage.ts';
import { printHoles, printReach } from './print-promise.ts';
import { promiseJson } from './promise-json.ts';
import { silentAlert } from './silent-alert.ts';
import { soundness } from './soundness.ts';

type Print = (line: string) => void;

export interface CheckOptions {
  readonly agreement: string;
  /** Whether to tell what a sound agreement covers. */
  readonly coverage: boolean;
  /** Whether to tell in which hours `alert.within` cannot be kept. */
  readonly promise: boolean;
  readonly json: boolean;
  /** Epoch milliseconds: the coming year and the week of the report count from here. */
  readonly now: Instant;
}

const tellAsJson = (agreement: Agreement, { coverage, promise, now }: CheckOptions, print: Print): boolean => {
  if (!coverage && !promise) return true;
  const promises = alertPromise(agreement, now);
  const told = promiseJson(promises, agreement.sla.alert.withinMs);
  print(JSON.stringify({ ...(coverage ? coverageJson(coverageOf(agreement, now)) : {}), promise: told }, null, 2));
  return !promise || told.kept;
};

const tell = (agreement: Agreement, options: CheckOptions, print: Print): boolean => {
  const { coverage, promise, now } = options;
  print(soundness(options.agreement, agreement));
  if (!coverage && !promise) return true;
  const { withinMs } = agreement.sla.alert;
  const promises = alertPromise(agreement, now);
  if (coverage) {
    print('');
    printCoverage(coverageOf(agreement, now), print);
    print('');
    printReach(promises, withinMs, { nameOf: (rep) => agreement.reps[rep]?.name ?? rep, print });
  }
  const holes = promises.flatMap((one) => one.holes);
  if (!promise) return true;
  if (coverage) print('');
  const within = readableDuration(withinMs);
  if (holes.length === 0) print(`a hot lead reaches somebody within ${within} at every hour of the week`);
  else print(`a hot lead may wait longer than ${within} in these hours`);
  printHoles(promises, print);
  return holes.length === 0;
};

/** The agreement, if report.yaml, sources.yaml and sinks.yaml are sound too: the problems of all are told together. */
const readSound = async (folder: string, now: Instant): Promise<Agreement> => {
  const beside = [await loadReportTerms(folder), await loadSources(folder, keysOfSample), await loadSinks(folder)];
  const ofOthers = beside.flatMap((file) => ('problems' in file ? file.problems.map(formatProblem) : []));
  try {
    const agreement = await readAgreement(folder, new Date(now).getUTCFullYear(), now);
    if (ofOthers.length === 0) return agreement;
  } catch (error) {
    if (!(error instanceof UnsoundAgreement)) throw error;
    throw new UnsoundAgreement([...error.problems, ...ofOthers]);
  }
  throw new UnsoundAgreement(ofOthers);
};

/**
 * Tells what is sound, its coverage and its promise where that is asked for; on stderr, that the data of time zones are
 * old, that nobody is told of a lead that nobody owns, and what conditions ask for and no lead has. Answers false if the
 * promise was asked for and some hour cannot keep it. Throws UnsoundAgreement.
 */
export const check = async (options: CheckOptions, stdout: Writable, stderr: Writable): Promise<boolean> => {
  const { now, json } = options;
  const old = oldZoneData(now);
  if (old !== undefined) stderr.write(`golden-hour: ${old}\n`);
  const agreement = await readSound(options.agreement, now);
  for (const note of [silentAlert(agreement) ?? [], neverHad(agreement)].flat()) stderr.write(`golden-hour: ${note}\n`);
  const output = createOutput(stdout);
  const kept = (json ? tellAsJson : tell)(agreement, options, output.line);
  await output.flush(true);
  return kept;
};
