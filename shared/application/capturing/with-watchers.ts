import { tellWatchers } from '../../domain/capture/tell-watchers.ts';
import type { Occurred } from '../../domain/capture/watched-event.ts';
import type { Decision } from '../../domain/lead/decision.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DecisionPorts } from '../../ports/ports.ts';

/** Reps who watch the lead's company: one read, of the document that routing keeps of it. */
const watchersOfCompany = async (
  { fields, stage }: Lead,
  { store }: Pick<DecisionPorts, 'store'>,
): Promise<Occurred['ofCompany']> => {
  const domain = fields['company.domain'];
  if (stage === 'uncaptured' || typeof domain !== 'string') return [];
  const key = { type: 'account', id: domain } as const;
  return (await store.load([key])).get(key)?.value.watchers ?? [];
};

/** A decision with what it owes to those who watch for it; they are committed together, so each is told once. */
export const withWatchers = async (
  { before, decision, occurred }: { before: Lead; decision: Decision; occurred: Omit<Occurred, 'ofCompany'> },
  now: Instant,
  { store, rules }: DecisionPorts,
): Promise<Decision> => {
  const ofCompany = await watchersOfCompany(decision.lead, { store });
  return tellWatchers(before, decision, { ...occurred, ofCompany }, { rules, now });
};
