import { recheckTargets } from '../../domain/clock/recheck-targets.ts';
import { RECHECK_TARGETS } from '../../domain/vocabulary/recheck-targets.ts';
import type { Ports } from '../../ports/ports.ts';
import type { LookKind, Store, Window } from '../../ports/store.ts';
import { findLeads } from '../documents/find-lead.ts';
import type { Asking } from './ask-within-backlog.ts';
import type { Round } from './watch-round.ts';

export type WatchPorts = Pick<Ports, 'time' | 'observer'> & {
  readonly rechecks: Asking;
  readonly store: Pick<Store, 'load' | 'due' | 'unpublished' | 'outbox'>;
};

const lookAt = async (due: readonly string[], round: Round, ports: WatchPorts): Promise<void> => {
  const found = [...(await findLeads(due, ports))].map(([id, { lead }]) => ({
    id,
    targets: recheckTargets(lead, round.now),
  }));
  for (const target of RECHECK_TARGETS) {
    const ids = found.filter(({ targets }) => targets.includes(target)).map(({ id }) => id);
    if (ids.length > 0) await round.attempt(`ask ${target}`, () => ports.rechecks.recheck(target, ids));
  }
};

export interface LeadsToWatch {
  readonly kind: LookKind;
  readonly window: Window;
  /** By when of the round, from 0 to 1, the last page is read. */
  readonly share: number;
}

/** Has the leads of a window looked at, oldest first, for as long as there is time. Answers how many were due. */
export const watchLeads = async (
  { kind, window, share }: LeadsToWatch,
  round: Round,
  ports: WatchPorts,
): Promise<number> => {
  let count = 0;
  await round.attempt(`find what is due (${kind})`, async () => {
    if (!round.hasTime(share)) return;
    for await (const due of ports.store.due(kind, window)) {
      count += due.length;
      await round.attempt('read what is due', async () => {
        if (await ports.rechecks.hasRoom(RECHECK_TARGETS)) await lookAt(due, round, ports);
      });
      if (!round.hasTime(share)) return;
    }
  });
  return count;
};
