import { qualify } from '../../domain/capture/qualify.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import type { LoadedLead } from '../documents/find-lead.ts';

/** What has come due of a lead without anybody doing anything: it is hot now. */
export const recheckScore = (
  before: LoadedLead,
  now: Instant,
  { store, rules }: DecisionPorts,
): Promise<'ok' | 'conflict'> => {
  const decision = qualify(before.lead, rules, now, false);
  return commitDecision(store, { before, decision, cause: { id: 'look' }, now });
};
