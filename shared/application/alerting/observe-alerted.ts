import { timeToAlert } from '../../domain/alert/delivery/time-to-alert.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Ports } from '../../ports/ports.ts';

/** Measures how long a lead has waited for its first alert, once that it went out is committed. */
export const observeAlerted = (
  before: Lead,
  after: Lead,
  now: Instant,
  { observer }: Pick<Ports, 'observer'>,
): void => {
  const waited = timeToAlert(before, after, now);
  if (waited !== undefined) observer.measure('TimeToAlert', waited);
};
