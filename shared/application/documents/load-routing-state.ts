import { type Cause, repFactEvents } from '../../domain/lead/fact-event.ts';
import { absenceFacts } from '../../domain/routing/absence.ts';
import type { RepLoad } from '../../domain/routing/rep-load.ts';
import {
  EMPTY_ROUTING_STATE,
  loadOf,
  type RoutingKeys,
  type RoutingState,
} from '../../domain/routing/routing-state.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DocumentStore, Key, Snapshot, Write, WriteOf } from '../../ports/store.ts';
import { loadAll } from './load-all.ts';

/** What the change came of, and when: facts about a rep say both. */
export interface Made {
  readonly cause: Cause;
  readonly now: Instant;
}

/** The routing state as loaded, and how to save what a decision made of it. */
export interface LoadedRoutingState {
  readonly state: RoutingState;
  /** The documents that `after` changed, at the versions they were loaded at. */
  writes(after: RoutingState, made: Made): readonly Write[];
}

type RoutingDocument = 'ledger' | 'rep' | 'account';

const keys = <T extends RoutingDocument>(type: T, ids: readonly string[]): readonly Key<T>[] =>
  ids.map((id) => ({ type, id }));

const pick = <T extends RoutingDocument>(snapshot: Snapshot, type: T, ids: readonly string[]) =>
  Object.fromEntries(
    ids.flatMap((id) => {
      const stored = snapshot.get({ type, id });
      return stored === undefined ? [] : [[id, stored.value] as const];
    }),
  );

const changed = <T extends RoutingDocument, V extends WriteOf<T>['value']>(
  snapshot: Snapshot,
  type: T,
  before: Readonly<Record<string, V>>,
  after: Readonly<Record<string, V>>,
) =>
  before === after
    ? []
    : Object.entries(after)
        .filter(([id, value]) => value !== before[id])
        .map(([id, value]) => ({
          key: { type, id },
          expectedVersion: snapshot.get({ type, id })?.version ?? 0,
          value,
        }));

/** A rep's document, with the facts that the change of it gives rise to. */
const repWrite = ({ key, expectedVersion, value }: WriteOf<'rep'>, before: RepLoad, made: Made): WriteOf<'rep'> => {
  const facts = absenceFacts(key.id, before.absence, value.absence);
  if (facts.length === 0) return { key, expectedVersion, value };
  const { sequence = 0 } = before;
  return {
    key,
    expectedVersion,
    value: { ...value, sequence: sequence + facts.length },
    events: repFactEvents({ rep: key.id, of: 'rep', sequence }, facts, made.cause, made.now),
  };
};

/** Documents that do not exist yet are left out: the domain knows what a new one is. */
export const loadRoutingState = async (
  store: DocumentStore,
  wanted: readonly RoutingKeys[],
): Promise<LoadedRoutingState> => {
  const ledgers = [...new Set(wanted.flatMap((k) => k.ledgers))];
  const loads = [...new Set(wanted.flatMap((k) => k.loads))];
  const accounts = [...new Set(wanted.flatMap((k) => k.accounts))];
  const all: readonly Key[] = [...keys('ledger', ledgers), ...keys('rep', loads), ...keys('account', accounts)];
  if (all.length === 0) return { state: EMPTY_ROUTING_STATE, writes: () => [] };
  const snapshot = await loadAll(store, all);
  const state: RoutingState = {
    ledgers: pick(snapshot, 'ledger', ledgers),
    loads: pick(snapshot, 'rep', loads),
    accounts: pick(snapshot, 'account', accounts),
  };
  return {
    state,
    writes: (after, made) => [
      ...changed(snapshot, 'ledger', state.ledgers, after.ledgers),
      ...changed(snapshot, 'rep', state.loads, after.loads).map((write) =>
        repWrite(write, loadOf(state, write.key.id), made),
      ),
      ...changed(snapshot, 'account', state.accounts, after.accounts),
    ],
  };
};
