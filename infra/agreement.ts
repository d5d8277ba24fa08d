/**
 * Reads the agreement that the construct takes.
 *
 * @module golden-hour/agreement
 */
import { readAgreement as read } from '../shared/agreement/read-agreement.ts';
import { readReportTerms } from '../shared/agreement/report/read-report-terms.ts';
import { readSinks } from '../shared/agreement/sinks/read-sinks.ts';
import { readSources } from '../shared/agreement/sources/read-sources.ts';
import { UnsoundAgreement } from '../shared/agreement/unsound-agreement.ts';
import type { FullAgreement } from './full-agreement.ts';

/** What marketing and sales agreed on, checked and compiled. `GoldenHour` takes it as it is. */
export interface CompiledAgreement {
  /** SHA-256 of what it says, in hexadecimal. The record of every routing has it as `agreement`. */
  readonly hash: string;
}

/** What `readAgreement` may be told. */
export interface ReadAgreementOptions {
  /**
   * The year in which the agreement is first used. Public holidays of the year before it to three years after it
   * are compiled in: deploy again before they end.
   *
   * @default - the present year
   */
  readonly year?: number | undefined;
}

/**
 * Reads, checks and compiles the five files of an agreement: `scoring.yaml`, `territories.yaml`, `reps.yaml`,
 * `sla.yaml` and `content.yaml`; and where they are there, `report.yaml`, by which figures are told, `sources.yaml`,
 * which systems send leads, and `sinks.yaml`, which systems are told what becomes of them.
 *
 * @param folder - where the files are, from the working directory
 * @param options - for which years
 * @returns what `GoldenHour` takes
 * @throws UnsoundAgreement if the agreement cannot be used, with every problem and its place
 *
 * @example
 * import { readAgreement, UnsoundAgreement } from 'golden-hour/agreement';
 *
 * const check = async (folder: string): Promise<boolean> => {
 *   try {
 *     const { hash } = await readAgreement(folder, { year: 2027 });
 *     console.log(`The agreement is sound: ${hash}`);
 *     return true;
 *   } catch (error) {
 *     if (!(error instanceof UnsoundAgreement)) throw error;
 *     console.error(error.problems.join('\n'));
 *     return false;
 *   }
 * };
 */
export const readAgreement = async (
  folder: string,
  { year }: ReadAgreementOptions = {},
): Promise<CompiledAgreement> => {
  const agreement = await read(folder, year);
  const [terms, sources, sinks] = await Promise.all([readReportTerms(folder), readSources(folder), readSinks(folder)]);
  const full: FullAgreement = { ...agreement, terms, sources, sinks };
  return full;
};

export { UnsoundAgreement };
