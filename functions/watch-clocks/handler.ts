import { findLeads } from '../../shared/application/documents/find-lead.ts';
import { sqsHandler } from '../../shared/application/sqs-handler.ts';
import { type RecheckTarget, recheckTargets } from '../../shared/domain/clock/recheck-targets.ts';
import { MINUTE_MS } from '../../shared/domain/time/durations.ts';
import type { Ports } from '../../shared/ports/ports.ts';

type Needs = Pick<Ports, 'store' | 'rechecks' | 'time' | 'observer'>;

/** Looks a minute; what is left comes a minute later, oldest first. */
const MAX_RECHECKS = 1_000;

/** Facts are on the bus within seconds; what is not by then is published again. */
const PUBLISHING_GRACE_MS = MINUTE_MS;

const OUTBOXES = 100;

const RECHECK_TARGETS: readonly RecheckTarget[] = ['advance-clock', 'route-lead', 'alert-rep'];

/**
 * Every minute: asks of every lead whose look is due what its events and clocks should have asked, so that
 * one which came late, or never, loses nothing; and passes on facts that the stream did not.
 */
export const watchClocks = sqsHandler<Needs>(async (_, ports) => {
  const now = ports.time.now();
  const due = await ports.store.dueBefore(now, MAX_RECHECKS);
  const rechecks: Record<RecheckTarget, string[]> = { 'advance-clock': [], 'route-lead': [], 'alert-rep': [] };
  for (const [id, { lead }] of await findLeads(due, ports)) {
    for (const target of recheckTargets(lead, now)) rechecks[target].push(id);
  }
  for (const target of RECHECK_TARGETS)
    if (rechecks[target].length > 0) await ports.rechecks.recheck(target, rechecks[target]);
  if (due.length > 0) ports.observer.count('LeadsPastDue', due.length);
  const lagging = await ports.store.unpublishedBefore(now - PUBLISHING_GRACE_MS, OUTBOXES);
  if (lagging.length > 0) await ports.rechecks.publishAgain(lagging);
});
