import type { Rules } from '../domain/rules.ts';
import type { FactBus } from './fact-bus.ts';
import type { IdSource } from './id-source.ts';
import type { Messenger } from './messenger.ts';
import type { Observer } from './observer.ts';
import type { RecheckQueue } from './recheck-queue.ts';
import type { Store } from './store.ts';
import type { TimeSource } from './time-source.ts';

/** All that a function may reach; each names the part that it needs. */
export interface Ports {
  readonly rules: Rules;
  readonly store: Store;
  readonly bus: FactBus;
  readonly messenger: Messenger;
  readonly rechecks: RecheckQueue;
  readonly time: TimeSource;
  readonly ids: IdSource;
  readonly observer: Observer;
  /** What a rep's link starts with, before the capability. */
  readonly linkBase: string;
  /** Whether reps may answer by SMS, so that an alert may say so. */
  readonly repliesBySms: boolean;
}

/** What most functions need: to load, decide by the agreement at an instant, save, and report. */
export type DecisionPorts = Pick<Ports, 'store' | 'rules' | 'time' | 'ids' | 'observer'>;
