import type { MeasuredLead } from '../../domain/measures/measured-lead.ts';
import { type Measured, measuredOf } from '../../domain/measures/report.ts';
import { MINUTE_MS } from '../../domain/time/durations.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { MeasuredStore } from '../../ports/measured-store.ts';

/** All that is kept, counted. */
export const keptIn = async (measured: Pick<MeasuredStore, 'all'>): Promise<Measured> => {
  const leads: MeasuredLead[] = [];
  const refused: Instant[] = [];
  for await (const page of measured.all()) {
    leads.push(...page.leads);
    refused.push(...page.refusals.map(({ at }) => at));
  }
  return measuredOf(leads, refused);
};

/** Whoever looks at figures looks at several: for so long all see the same. */
const FRESH_MS = 5 * MINUTE_MS;

/** What `load` answers, kept for a while; what it failed with is not kept. */
export const keptFor = <T>(load: () => Promise<T>): ((now: Instant) => Promise<T>) => {
  let kept: { readonly at: Instant; readonly value: T } | undefined;
  return async (now) => {
    if (kept === undefined || now - kept.at >= FRESH_MS) kept = { at: now, value: await load() };
    return kept.value;
  };
};
