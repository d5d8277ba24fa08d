import { isSameMeasured } from '../../contracts/documents/measured-lead.ts';
import { measuredFactOf } from '../../contracts/events/read-measured-fact.ts';
import type { Sla } from '../../domain/agreement/agreement.ts';
import { type MeasuredLead, measureLead, type SequencedFact } from '../../domain/measures/measured-lead.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { ErasableStore } from '../../ports/erasable-store.ts';
import type { MeasuredRefusal, MeasuredStore } from '../../ports/measured-store.ts';

export interface RebuildOptions {
  readonly store: Pick<ErasableStore, 'everything'>;
  readonly measured: MeasuredStore;
  readonly sla: Sla;
  readonly now: Instant;
  /** Only looks. */
  readonly isDry: boolean;
  /** Also writes what is kept as the history says, so that it goes to S3 anew. */
  readonly tellsAll: boolean;
}

/** What the history says beside what was kept, by the ids of leads. */
export interface Rebuilt {
  readonly same: readonly string[];
  /** Kept otherwise than the history says, or not at all. */
  readonly different: readonly string[];
  /** Facts of theirs were erased, so they cannot be counted anew, and stay as they are. */
  readonly erased: readonly string[];
  /** Changed while it was looked at: the next facts or the next rebuild count them. */
  readonly moved: readonly string[];
  /** Refusals that were not kept. */
  readonly refusals: number;
}

interface History {
  readonly facts: ReadonlyMap<string, readonly SequencedFact[]>;
  readonly refusals: readonly MeasuredRefusal[];
}

const historyIn = async (store: Pick<ErasableStore, 'everything'>): Promise<History> => {
  const facts = new Map<string, SequencedFact[]>();
  const refusals: MeasuredRefusal[] = [];
  for await (const kept of store.everything()) {
    const measured = kept.kind === 'fact' ? measuredFactOf(kept.event) : undefined;
    if (measured?.kind === 'refusal') refusals.push({ id: measured.id, at: measured.at });
    if (measured?.kind !== 'of-lead') continue;
    const own = facts.get(measured.placed.leadId);
    if (own === undefined) facts.set(measured.placed.leadId, [measured.placed]);
    else own.push(measured.placed);
  }
  return { facts, refusals };
};

const isErased = (facts: readonly SequencedFact[]): boolean => facts.every(({ sequence }) => sequence > 1);

/** Counts all figures anew from the history, tells where what was kept differs, and mends it. */
export const rebuildMeasures = async ({
  store,
  measured,
  sla,
  now,
  isDry,
  tellsAll,
}: RebuildOptions): Promise<Rebuilt> => {
  const kept = new Map<string, MeasuredLead>();
  const known = new Set<string>();
  for await (const page of measured.all()) {
    for (const lead of page.leads) kept.set(lead.leadId, lead);
    for (const { id } of page.refusals) known.add(id);
  }
  const { facts, refusals } = await historyIn(store);
  const found = { same: [] as string[], different: [] as string[], moved: [] as string[] };
  const erased: string[] = [];
  for (const [leadId, own] of facts) {
    const before = kept.get(leadId);
    const counted = isErased(own) ? undefined : measureLead(leadId, undefined, own, sla);
    if (counted === undefined) erased.push(leadId);
    else if (before !== undefined && before.upTo > counted.upTo) found.moved.push(leadId);
    else if (before !== undefined && isSameMeasured(before, counted)) found.same.push(leadId);
    else if (isDry || (await measured.keep(counted, before?.upTo ?? 0))) found.different.push(leadId);
    else found.moved.push(leadId);
  }
  if (tellsAll && !isDry) {
    for (const leadId of [...found.same, ...erased]) {
      const before = kept.get(leadId);
      if (before !== undefined) await measured.tellAgain(before, now);
    }
  }
  const missing = refusals.filter(({ id }) => !known.has(id));
  if (!isDry) {
    for (const refusal of missing) await measured.keepRefusal(refusal);
    await measured.markWhole(now);
  }
  return { ...found, erased, refusals: missing.length };
};
