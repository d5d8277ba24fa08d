import { DEFAULT_TERMS } from '../shared/agreement/report/read-report-terms.ts';
import { UnsoundAgreement } from '../shared/agreement/unsound-agreement.ts';
import type { Agreement } from '../shared/domain/agreement/agreement.ts';
import type { ReportTerms } from '../shared/domain/measures/terms.ts';
import type { Sink } from '../shared/domain/sink/sink.ts';
import type { Source } from '../shared/domain/source/source.ts';
import type { CompiledAgreement } from './agreement.ts';
import type { FullAgreement } from './full-agreement.ts';

const isFull = (agreement: CompiledAgreement): agreement is FullAgreement =>
  ['scoring', 'territories', 'reps', 'sla', 'content'].every((part) => part in agreement);

/** The agreement, what figures are told by, which systems send leads, and which are told of them. */
interface InFull {
  readonly agreement: Agreement;
  readonly terms: ReportTerms;
  readonly sources: readonly Source[];
  readonly sinks: readonly Sink[];
}

export const inFull = (given: CompiledAgreement): InFull => {
  if (!isFull(given))
    throw new UnsoundAgreement(['GoldenHour takes what readAgreement resolves to: await it, and pass it on as it is']);
  const { terms = DEFAULT_TERMS, sources = [], sinks = [], ...agreement } = given;
  return { agreement, terms, sources, sinks };
};
