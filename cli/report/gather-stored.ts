import type { ReportInput } from '../../shared/domain/measures/report.ts';
import type { ErasableStore } from '../../shared/ports/erasable-store.ts';
import { withTable } from '../forget/open-erasable.ts';
import { gatherFacts } from './gather-facts.ts';

/** What a report counts, from all that a store has kept. */
export const gatherStored = async (store: Pick<ErasableStore, 'everything'>): Promise<ReportInput> => {
  const gatherer = gatherFacts();
  for await (const kept of store.everything()) if (kept.kind === 'fact') gatherer.fact(kept.event);
  return gatherer.gathered();
};

/** The same of a deployed stack, whose table is read as a whole. Throws StackNotRead. */
export const gatherStack = (stack: string): Promise<ReportInput> => withTable(stack, gatherStored);
