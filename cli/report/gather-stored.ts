import { keptIn } from '../../shared/application/measures/kept-figures.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import type { ReportInput } from '../../shared/domain/measures/report.ts';
import { type Measured, measure } from '../../shared/domain/measures/report.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { ErasableStore } from '../../shared/ports/erasable-store.ts';
import type { MeasuredStore } from '../../shared/ports/measured-store.ts';
import { withTable } from '../forget/open-erasable.ts';
import { gatherFacts } from './gather-facts.ts';

/** What a report counts, from all that a store has kept. */
export const gatherStored = async (store: Pick<ErasableStore, 'everything'>): Promise<ReportInput> => {
  const gatherer = gatherFacts();
  for await (const kept of store.everything()) if (kept.kind === 'fact') gatherer.fact(kept.event);
  return gatherer.gathered();
};

/** The agreement for the years between the first fact and the last. */
export type AgreementOf = (first: Instant, last: Instant) => Promise<Agreement>;

/** What is kept, where it is whole; else, or up to an instant, what the facts say. */
export const measureStored = async (
  store: Pick<ErasableStore, 'everything'>,
  measured: Pick<MeasuredStore, 'all' | 'wholeSince'>,
  { agreementOf, until }: { readonly agreementOf: AgreementOf; readonly until?: Instant | undefined },
): Promise<{ readonly measured: Measured; readonly agreement: Agreement }> => {
  if (until === undefined && (await measured.wholeSince()) !== undefined) {
    const kept = await keptIn(measured);
    return { measured: kept, agreement: await agreementOf(kept.first, kept.asOf) };
  }
  const input = await gatherStored(store);
  const agreement = await agreementOf(input.first, input.last);
  return { measured: measure(input, agreement, until), agreement };
};

/** The same of a deployed stack. Throws StackNotRead. */
export const measureStack = (
  stack: string,
  options: { readonly agreementOf: AgreementOf; readonly until?: Instant | undefined },
): Promise<{ readonly measured: Measured; readonly agreement: Agreement }> =>
  withTable(stack, (store, measured) => measureStored(store, measured, options));
