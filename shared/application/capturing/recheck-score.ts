import { qualify } from '../../domain/capture/qualify.ts';
import { giveUpEarly } from '../../domain/lead/early-answers.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { waitedInVain } from '../answering/waited-in-vain.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import type { LoadedLead } from '../documents/find-lead.ts';
import { refusalWrites } from '../refuse.ts';

const CAUSE = { id: 'look' };

/** What has come due of a lead without anybody doing anything: it is hot now, or what waited for its capture is refused. */
export const recheckScore = async (
  before: LoadedLead,
  now: Instant,
  { store, rules }: DecisionPorts,
): Promise<'ok' | 'conflict'> => {
  const { lead } = before;
  if (lead.stage !== 'uncaptured') {
    return commitDecision(store, { before, decision: qualify(lead, rules, now, false), cause: CAUSE, now });
  }
  const { givenUp, lead: left } = giveUpEarly(lead, now);
  const refused = await refusalWrites(givenUp.map(waitedInVain), now, store);
  return commitDecision(store, { before, decision: { lead: left, facts: [] }, cause: CAUSE, now }, refused);
};
