import { measuredText, readMeasured } from '../../contracts/documents/measured-lead.ts';
import type { MeasuredLead } from '../../domain/measures/measured-lead.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { MeasuredPage, MeasuredStore } from '../../ports/measured-store.ts';

/** Leads of a page. */
const PAGE = 1_000;

/** In memory. Nobody changes what is kept, so it is kept as it is; `all` shows it as it would be read from a table. */
export const createMemoryMeasuredStore = (): MeasuredStore => {
  const leads = new Map<string, MeasuredLead>();
  const refusals = new Map<string, Instant>();
  let whole: Instant | undefined;
  const pageOf = (page: readonly MeasuredLead[]): MeasuredPage => ({
    leads: page.map((lead) => readMeasured(lead.leadId, measuredText(lead))),
    refusals: [],
  });
  return {
    read: async (leadId) => leads.get(leadId),
    keep: async (lead, from) => {
      if ((leads.get(lead.leadId)?.upTo ?? 0) !== from) return false;
      leads.set(lead.leadId, lead);
      return true;
    },
    tellAgain: async ({ leadId, upTo }) => leads.get(leadId)?.upTo === upTo,
    keepRefusal: async ({ id, at }) => {
      if (!refusals.has(id)) refusals.set(id, at);
    },
    wholeSince: async () => whole,
    markWhole: async (at) => {
      whole = at;
    },
    all: async function* () {
      const all = [...leads.values()];
      for (let first = 0; first < all.length; first += PAGE) yield pageOf(all.slice(first, first + PAGE));
      yield { leads: [], refusals: [...refusals].map(([id, at]) => ({ id, at })) };
    },
  };
};
