import { measuredText, readMeasured } from '../../contracts/documents/measured-lead.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { MeasuredStore } from '../../ports/measured-store.ts';

/** Leads of a page. */
const PAGE = 1_000;

/** In memory, as text: so that nobody changes what is kept, and what cannot be kept is found. */
export const createMemoryMeasuredStore = (): MeasuredStore => {
  const leads = new Map<string, { readonly upTo: number; readonly text: string }>();
  const refusals = new Map<string, Instant>();
  let whole: Instant | undefined;
  return {
    read: async (leadId) => {
      const kept = leads.get(leadId);
      return kept && readMeasured(leadId, kept.text);
    },
    keep: async (lead, from) => {
      if ((leads.get(lead.leadId)?.upTo ?? 0) !== from) return false;
      leads.set(lead.leadId, { upTo: lead.upTo, text: measuredText(lead) });
      return true;
    },
    keepRefusal: async ({ id, at }) => {
      if (!refusals.has(id)) refusals.set(id, at);
    },
    wholeSince: async () => whole,
    markWhole: async (at) => {
      whole = at;
    },
    all: async function* () {
      const all = [...leads];
      for (let first = 0; first < all.length; first += PAGE) {
        const page = all.slice(first, first + PAGE);
        yield { leads: page.map(([leadId, { text }]) => readMeasured(leadId, text)), refusals: [] };
      }
      yield { leads: [], refusals: [...refusals].map(([id, at]) => ({ id, at })) };
    },
  };
};
