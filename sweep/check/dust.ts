import type { MeasuredStore } from '../../shared/ports/measured-store.ts';
import type { Embedded } from '../../simulator/embedded.ts';
import type { Flow } from '../flows/flow.ts';
import type { SweepHost } from '../host/sweep-host.ts';
import type { Delivered, SweptAccount } from '../people.ts';
import type { Seen } from './seen.ts';

/** A run whose dust has settled, and all that was seen of it. */
export interface Dust {
  readonly flow: Flow;
  readonly runtime: Embedded;
  readonly host: SweepHost;
  readonly seen: Seen;
  readonly delivered: Delivered;
  readonly account: SweptAccount;
  readonly measured: MeasuredStore;
}
