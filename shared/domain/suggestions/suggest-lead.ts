import type { Decision } from '../lead/decision.ts';
import type { Lead } from '../lead/lead.ts';
import type { Rules } from '../rules.ts';
import { type Instant, toIso } from '../time/instant.ts';
import { type ColdLead, REST_MS, ripe } from './cold-list.ts';

/** Whether a rep has been asked lately to call the lead: it is left alone as long as one who said no. */
const isSuggested = ({ suggestedAt }: Lead, now: Instant): boolean =>
  suggestedAt !== undefined && suggestedAt > now - REST_MS;

/**
 * Suggests a lead of the cold list to the rep who has room for it: a fact, and nothing changes hands. Nothing where nobody
 * has room, the lead is not ripe any more, or it was suggested within a month.
 */
export const suggestLead = (lead: Lead, { rep, territory }: ColdLead, rules: Rules, now: Instant): Decision => {
  const found = ripe(lead, rules, now);
  if (rep === undefined || territory === undefined || found === undefined || isSuggested(lead, now)) {
    return { lead, facts: [] };
  }
  const { was, score, since } = found;
  return {
    lead: { ...lead, suggestedAt: now },
    facts: [{ type: 'LeadSuggested', data: { rep, territory, was, score, since: toIso(since) } }],
  };
};
