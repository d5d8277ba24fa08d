import type { SharedDocuments, SharedKeys } from '../../domain/effects/apply-effects.ts';
import type { DocumentStore, Write } from '../../ports/store.ts';
import { loadInboxes } from './load-inboxes.ts';
import { loadRoutingState, type Made } from './load-routing-state.ts';

/** Documents that leads share, as loaded, and how to save what a decision made of them. */
export interface LoadedShared extends SharedDocuments {
  /** Those that `after` changed, at the versions they were loaded at. */
  writes(after: SharedDocuments, made: Made): readonly Write[];
}

export const loadShared = async (store: DocumentStore, { routing, recipients }: SharedKeys): Promise<LoadedShared> => {
  const [ofRouting, ofInboxes] = await Promise.all([loadRoutingState(store, routing), loadInboxes(store, recipients)]);
  return {
    state: ofRouting.state,
    inboxes: ofInboxes.inboxes,
    writes: ({ state, inboxes }, made) => [...ofRouting.writes(state, made), ...ofInboxes.writes(inboxes, made.now)],
  };
};
