import type { Agreement } from '../shared/domain/agreement/agreement.ts';
import type { ReportTerms } from '../shared/domain/measures/terms.ts';
import type { Sink } from '../shared/domain/sink/sink.ts';
import type { Source } from '../shared/domain/source/source.ts';

/** What readAgreement resolves to, with all that its type hides from whoever only passes it on. */
export interface FullAgreement extends Agreement {
  /** Of report.yaml: no decision depends on it, so the agreement's hash does not either. */
  readonly terms?: ReportTerms;
  /** Of sources.yaml: nor does it on how leads come in. */
  readonly sources?: readonly Source[];
  /** Of sinks.yaml: nor on who is told. */
  readonly sinks?: readonly Sink[];
}
