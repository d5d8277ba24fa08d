import type { WatchAsked } from '../../contracts/http/watch-form.ts';
import type { Rep } from '../../domain/agreement/agreement.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Instant } from '../../domain/time/instant.ts';
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

export const seeWatching = async (
  { lead, rep }: Pick<Seen, 'lead' | 'rep'>,
  now: Instant,
  ports: Pick<DecisionPorts, 'store' | 'rules'>,
): Promise<Watching> => {
  const found = await findAccount(lead, ports);
  return {
    person: watchStateOf(lead.watchers, rep.id, now),
    ...(found === undefined
      ? {}
      : { company: { domain: found.domain, state: watchStateOf(found.account.watchers, rep.id, now) } }),
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
    const decision = { lead: { ...lead, watchers: changeWatchers(lead.watchers, watch, rep.id, now) }, facts: [] };
    return commitDecision(ports.store, { before: { lead, version }, decision, cause: { id: 'page' }, now });
  }
  const found = await findAccount(lead, ports);
  if (found === undefined) return 'ok';
  const { domain, account, version: expectedVersion } = found;
  const value = { ...account, watchers: changeWatchers(account.watchers, watch, rep.id, now) };
  return ports.store.commit([{ key: { type: 'account', id: domain }, expectedVersion, value }]);
};
