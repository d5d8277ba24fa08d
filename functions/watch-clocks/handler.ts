import { findLeads } from '../../shared/application/documents/find-lead.ts';
import { sqsHandler } from '../../shared/application/sqs-handler.ts';
import { recheckTargets } from '../../shared/domain/clock/recheck-targets.ts';
import { MINUTE_MS } from '../../shared/domain/time/durations.ts';
import { RECHECK_TARGETS } from '../../shared/domain/vocabulary/recheck-targets.ts';
import type { Ports } from '../../shared/ports/ports.ts';

type Needs = Pick<Ports, 'store' | 'rechecks' | 'time' | 'observer'>;

/** Looks a minute; what is left comes a minute later, oldest first. */
const MAX_RECHECKS = 1_000;

/** Facts are on the bus within seconds; what is not by then is published again. */
const PUBLISHING_GRACE_MS = MINUTE_MS;

const OUTBOXES = 100;

/**
 * Every minute: asks of every lead whose look is due what its events and clocks should have asked, so that
 * one which came late, or never, loses nothing; and passes on facts that the stream did not.
 */
export const watchClocks = sqsHandler<Needs>(async (_, ports) => {
  const now = ports.time.now();
  const due = await ports.store.dueBefore(now, MAX_RECHECKS);
  const found = [...(await findLeads(due, ports))].map(([id, { lead }]) => ({
    id,
    targets: recheckTargets(lead, now),
  }));
  for (const target of RECHECK_TARGETS) {
    const ids = found.filter(({ targets }) => targets.includes(target)).map(({ id }) => id);
    if (ids.length > 0) await ports.rechecks.recheck(target, ids);
  }
  if (due.length > 0) ports.observer.count('LeadsPastDue', due.length);
  const lagging = await ports.store.unpublishedBefore(now - PUBLISHING_GRACE_MS, OUTBOXES);
  if (lagging.length > 0) await ports.rechecks.publishAgain(lagging);
  ports.observer.count('Heartbeat');
});
