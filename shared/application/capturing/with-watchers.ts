import { tellWatchers } from '../../domain/capture/tell-watchers.ts';
import type { Occurred } from '../../domain/capture/watched-event.ts';
import type { Decision } from '../../domain/lead/decision.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { findAccount } from '../documents/find-account.ts';

/**
 * A decision with what it owes to those who watch for it; they are committed together, so each is told once. Reps who
 * watch the company cost one read.
 */
export const withWatchers = async (
  { before, decision, occurred }: { before: Lead; decision: Decision; occurred: Omit<Occurred, 'ofCompany'> },
  now: Instant,
  ports: DecisionPorts,
): Promise<Decision> => {
  const ofCompany = (await findAccount(decision.lead, ports))?.account.watchers ?? [];
  return tellWatchers(before, decision, { ofCompany, ...occurred }, { rules: ports.rules, now });
};
