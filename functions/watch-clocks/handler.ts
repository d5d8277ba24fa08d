import { sqsHandler } from '../../shared/application/sqs-handler.ts';
import { askWithinBacklog } from '../../shared/application/watching/ask-within-backlog.ts';
import { watchFacts } from '../../shared/application/watching/watch-facts.ts';
import { type WatchPorts, watchLeads } from '../../shared/application/watching/watch-leads.ts';
import {
  freshWindow,
  startRound,
  stuckWindows,
  tellingUnreadable,
} from '../../shared/application/watching/watch-round.ts';
import { MINUTE_MS } from '../../shared/domain/time/durations.ts';
import type { Ports } from '../../shared/ports/ports.ts';

type GivenPorts = Pick<Ports, 'time' | 'observer' | 'rechecks' | 'backlog'> & Pick<WatchPorts, 'store'>;

/** Of the function's 50 s. */
const BUDGET_MS = 40_000;

/** Facts are on the bus within seconds; what is not by then is published again. */
const PUBLISHING_GRACE_MS = MINUTE_MS;

/**
 * Every minute: asks of every lead whose look is due what its events and clocks should have asked, so that one which
 * came late, or never, loses nothing; and passes on facts that the stream did not. First comes what is urgent, then
 * what is daily, and last what has not moved for long. Each has time that those before it cannot take. A round in which
 * something failed has no heartbeat. It is not repeated: the next begins within the minute, and asks the same.
 */
export const watchClocks = sqsHandler<GivenPorts>(async (_, given) => {
  const told = tellingUnreadable(given.observer);
  const rechecks = askWithinBacklog(given.rechecks, given.backlog);
  const ports = { ...given, rechecks, observer: told.observer };
  const round = startRound(BUDGET_MS, ports);
  const { now } = round;
  const committed = now - PUBLISHING_GRACE_MS - 1;

  const urgent = await watchLeads({ kind: 'urgent', window: freshWindow(now), share: 0.5 }, round, ports);
  const unpublished = await watchFacts({ window: freshWindow(committed), share: 0.6 }, round, ports);
  const daily = await watchLeads({ kind: 'daily', window: freshWindow(now), share: 0.7 }, round, ports);
  const unreadable = told.unreadable();
  let leads = 0;
  let facts = 0;
  for (const window of stuckWindows(now)) {
    leads += await watchLeads({ kind: 'urgent', window, share: 0.8 }, round, ports);
    leads += await watchLeads({ kind: 'daily', window, share: 0.9 }, round, ports);
  }
  for (const window of stuckWindows(committed)) facts += await watchFacts({ window, share: 1 }, round, ports);

  const { observer } = ports;
  const stuck = unreadable + leads + facts;
  if (urgent + daily + leads > 0) observer.count('LeadsPastDue', urgent + daily + leads);
  if (unpublished + facts > 0) observer.count('FactsUnpublished', unpublished + facts);
  if (stuck > 0) observer.count('Stuck', stuck);
  if (!round.hasFailed()) observer.count('Heartbeat');
});
