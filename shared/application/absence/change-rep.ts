import type { Cause } from '../../domain/lead/fact-event.ts';
import { type AvailabilityCommand, changeAvailability } from '../../domain/routing/change-availability.ts';
import type { RepLoad } from '../../domain/routing/rep-load.ts';
import { loadOf, withLoad } from '../../domain/routing/routing-state.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DocumentStore, Write } from '../../ports/store.ts';
import { loadRoutingState } from '../documents/load-routing-state.ts';

/** What is said of a rep's availability, and where it comes from. */
export interface SaidOfRep {
  readonly rep: string;
  readonly command: AvailabilityCommand;
  /** When it was said, where it may arrive late: what was said last stands. */
  readonly saidAt: Instant;
  readonly cause: Cause;
  readonly now: Instant;
}

const keysOf = (rep: string) => [{ ledgers: [], loads: [rep], accounts: [] }];

/** A rep's document as it is. */
export const findRep = async (store: DocumentStore, rep: string): Promise<RepLoad> =>
  loadOf((await loadRoutingState(store, keysOf(rep))).state, rep);

/** The one command of the page, of SMS and of the bus: what the rep's document becomes, to be committed. */
export const changeRep = async (
  store: DocumentStore,
  { rep, command, saidAt, cause, now }: SaidOfRep,
): Promise<{ readonly load: RepLoad; readonly writes: readonly Write[] }> => {
  const { state, writes } = await loadRoutingState(store, keysOf(rep));
  const load = changeAvailability(loadOf(state, rep), command, { saidAt, now });
  return { load, writes: writes(withLoad(state, rep, load), { cause, now }) };
};
