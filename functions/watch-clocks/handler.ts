import { findLeads } from '../../shared/application/documents/find-lead.ts';
import { queueFunction, type Surroundings } from '../../shared/application/queue-function.ts';
import { type Looker, lookersOf } from '../../shared/domain/clock/lookers.ts';
import type { Ports } from '../../shared/ports/ports.ts';

type Needs = Pick<Ports, 'store' | 'looks' | 'time' | 'observer'> & Surroundings;

/** Looks a minute; what is left comes a minute later, oldest first. */
const LOOKS = 1_000;

/** Facts are on the bus within seconds; what is not by then is published again. */
const PUBLISHING_GRACE_MS = 60_000;

const OUTBOXES = 100;

const LOOKERS: readonly Looker[] = ['advance-clock', 'route-lead', 'alert-rep'];

/**
 * Every minute: asks of every lead whose look is due what its events and clocks should have asked, so that
 * one which came late, or never, loses nothing; and passes on facts that the stream did not.
 */
export const watchClocks = queueFunction<Needs>(async (_, ports) => {
  const now = ports.time.now();
  const due = await ports.store.dueBefore(now, LOOKS);
  const looks: Record<Looker, string[]> = { 'advance-clock': [], 'route-lead': [], 'alert-rep': [] };
  for (const [id, { lead }] of await findLeads(due, ports)) {
    for (const looker of lookersOf(lead, now)) looks[looker].push(id);
  }
  for (const looker of LOOKERS) if (looks[looker].length > 0) await ports.looks.look(looker, looks[looker]);
  if (due.length > 0) ports.observer.count('LooksPastDue', due.length);
  const lagging = await ports.store.unpublishedBefore(now - PUBLISHING_GRACE_MS, OUTBOXES);
  if (lagging.length > 0) await ports.looks.publishAgain(lagging);
});
