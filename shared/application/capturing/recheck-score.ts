import { qualify } from '../../domain/capture/qualify.ts';
import { NOTHING_DONE } from '../../domain/capture/watched-event.ts';
import { giveUpEarly } from '../../domain/lead/early-answers.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DecisionPorts } from '../../ports/ports.ts';
import { waitedInVain } from '../answering/waited-in-vain.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import type { LoadedLead } from '../documents/find-lead.ts';
import { refusalWrites } from '../refuse.ts';
import { withWatchers } from './with-watchers.ts';

const CAUSE = { id: 'look' };

/** What has come due of a lead without anybody doing anything: it is hot now, or what waited for its capture is refused. */
export const recheckScore = async (
  before: LoadedLead,
  now: Instant,
  ports: DecisionPorts,
): Promise<'ok' | 'conflict'> => {
  const { store, rules } = ports;
  const { lead } = before;
  if (lead.stage !== 'uncaptured') {
    const scored = { before: lead, decision: qualify(lead, rules, now, false), occurred: NOTHING_DONE };
    return commitDecision(store, { before, decision: await withWatchers(scored, now, ports), cause: CAUSE, now });
  }
  const { givenUp, lead: left } = giveUpEarly(lead, now);
  const refused = await refusalWrites(givenUp.map(waitedInVain), now, store);
  return commitDecision(store, { before, decision: { lead: left, facts: [] }, cause: CAUSE, now }, refused);
};
