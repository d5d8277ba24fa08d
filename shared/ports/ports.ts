import type { ReportTerms } from '../domain/measures/terms.ts';
import type { Rules } from '../domain/rules.ts';
import type { ChatUpdates } from './chat-updates.ts';
import type { Clocks } from './clocks.ts';
import type { Digests } from './digests.ts';
import type { FactBus } from './fact-bus.ts';
import type { IdSource } from './id-source.ts';
import type { MeasuredStore } from './measured-store.ts';
import type { Messenger } from './messenger.ts';
import type { Observer } from './observer.ts';
import type { ReachQuestions } from './reach-questions.ts';
import type { Backlog, RecheckQueue } from './recheck-queue.ts';
import type { SecretStore } from './secret-store.ts';
import type { DocumentStore, Store } from './store.ts';
import type { TimeSource } from './time-source.ts';
import type { WebCalls } from './web-calls.ts';

/** All that a function may reach; each names the part that it needs. */
export interface Ports {
  readonly rules: Rules;
  readonly store: Store;
  readonly measured: MeasuredStore;
  readonly bus: FactBus;
  readonly messenger: Messenger;
  readonly chatUpdates: ChatUpdates;
  readonly rechecks: RecheckQueue;
  readonly backlog: Backlog;
  readonly clocks: Clocks;
  readonly reachQuestions: ReachQuestions;
  readonly time: TimeSource;
  readonly ids: IdSource;
  readonly observer: Observer;
  /** What a rep's link starts with, before the capability. */
  readonly linkBase: string;
  /** What a link to the figures starts with, before the capability. */
  readonly pageBase: string;
  /** What figures are told by. */
  readonly terms: ReportTerms;
  /** Whether reps may answer by SMS, so that an alert may say so. */
  readonly repliesBySms: boolean;
  readonly secrets: SecretStore;
  readonly digests: Digests;
  /** The APIs of others. */
  readonly calls: WebCalls;
}

/** What most functions need: to load, decide by the agreement at an instant, save, and report. */
export type DecisionPorts = Pick<Ports, 'rules' | 'time' | 'ids' | 'observer'> & { readonly store: DocumentStore };

/** To look at a lead whose clause may have run out, and to have its clock go on. */
export type ClockPorts = DecisionPorts & Pick<Ports, 'clocks'>;

/** To keep what figures are counted from. */
export type MeasuringPorts = Pick<Ports, 'rules' | 'time' | 'ids' | 'observer'> & {
  readonly store: Pick<Store, 'history'>;
  readonly measured: Pick<MeasuredStore, 'read' | 'keep' | 'keepRefusal'>;
};

/** To show figures to whom the agreement names. */
export type FiguresPorts = DecisionPorts &
  Pick<Ports, 'messenger' | 'terms' | 'pageBase'> & { readonly measured: Pick<MeasuredStore, 'all'> };

/** To show leads' own pages too. */
export type FiguresPagePorts = FiguresPorts & { readonly store: Pick<Store, 'history'> };

/** These ask more of the store, and each question takes a permission of the function's role. */
export type RoutingPorts = DecisionPorts & { readonly store: Pick<Store, 'waiting'> };
export type LinkPorts = DecisionPorts & { readonly store: Pick<Store, 'history'> };
export type PagePorts = LinkPorts & { readonly store: Pick<Store, 'ownedBy'> };

/** To answer for whoever pressed a button in Slack, and to tell them what became of it. */
export type SlackPorts = LinkPorts & Pick<Ports, 'secrets' | 'digests' | 'calls'>;
export type UpdatingPorts = LinkPorts & Pick<Ports, 'chatUpdates' | 'linkBase'>;
