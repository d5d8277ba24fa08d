import type { WatchAsked } from '../../contracts/http/watch-form.ts';
import type { Rep } from '../../domain/agreement/agreement.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Watcher } from '../../domain/watch/watch.ts';
import { changeWatchers, watchStateOf } from '../../domain/watch/watchers.ts';
import type { Watching } from '../../pages/watch-card.tsx';
import type { DecisionPorts } from '../../ports/ports.ts';
import type { CommitResult } from '../../ports/store.ts';
import { commitDecision } from '../documents/commit-decision.ts';
import { findAccount } from '../documents/find-account.ts';

/** A lead as it was loaded, and who looks at it. */
interface Seen {
  readonly lead: Lead;
  readonly version: number;
  readonly rep: Rep;
}

/** Whoever has left the agreement takes nobody's place. */
const stillThere = (watchers: readonly Watcher[] | undefined, { rules }: Pick<DecisionPorts, 'rules'>) =>
  watchers?.filter(({ rep }) => rules.agreement.reps[rep] !== undefined);

export const seeWatching = async (
  { lead, rep }: Pick<Seen, 'lead' | 'rep'>,
  now: Instant,
  ports: Pick<DecisionPorts, 'store' | 'rules'>,
): Promise<Watching> => {
  const found = await findAccount(lead, ports);
  return {
    person: watchStateOf(stillThere(lead.watchers, ports), rep.id, now),
    ...(found === undefined
      ? {}
      : {
          company: {
            domain: found.domain,
            state: watchStateOf(stillThere(found.account.watchers, ports), rep.id, now),
          },
        }),
  };
};

/** One try at it. A form that is sent twice changes nothing more; one that finds no place left changes nothing. */
export const changeWatching = async (
  { lead, version, rep }: Seen,
  { watch, of }: WatchAsked,
  now: Instant,
  ports: Pick<DecisionPorts, 'store' | 'rules'>,
): Promise<CommitResult> => {
  if (of === 'person') {
    const watchers = changeWatchers(stillThere(lead.watchers, ports), watch, rep.id, now);
    const decision = { lead: { ...lead, watchers }, facts: [] };
    return commitDecision(ports.store, { before: { lead, version }, decision, cause: { id: 'page' }, now });
  }
  const found = await findAccount(lead, ports);
  if (found === undefined) return 'ok';
  const { domain, account, version: expectedVersion } = found;
  const value = { ...account, watchers: changeWatchers(stillThere(account.watchers, ports), watch, rep.id, now) };
  return ports.store.commit([{ key: { type: 'account', id: domain }, expectedVersion, value }]);
};
