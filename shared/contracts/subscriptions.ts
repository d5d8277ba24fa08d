import type { DecidedBy } from '../domain/vocabulary/decided-by.ts';
import {
  type DetailTypes,
  FUNCTION_NAMES,
  FUNCTIONS,
  type FunctionName,
  type Hearing,
  type Lane,
} from './functions.ts';

/** Source of every fact that Golden Hour publishes; whatever has another source is inbound. */
export const FACT_SOURCE = 'golden-hour';

/** The state machine that waits for the end of a clause and then sends advance-clock a message. */
const CLOCK = 'clock';

export type Subscriber = FunctionName | typeof CLOCK;

/** Who hears which events of the bus. infra makes rules and queues of it, the embedded bus dispatches by it. */
export type Subscription = Hearing & { readonly function: Subscriber };

export const subscriptions: readonly Subscription[] = [
  ...FUNCTION_NAMES.flatMap((name) => FUNCTIONS[name].hears.map((hearing) => ({ function: name, ...hearing }))),
  { function: CLOCK, source: 'facts', detailTypes: ['ClockStarted'] },
];

/** An event of the bus, as far as subscriptions look at it. */
export interface Envelope {
  readonly source: string;
  readonly detailType: string;
  /** Of an assignment: by what it was decided. */
  readonly decidedBy?: string;
  /** Whether its metadata says that it is part of a bulk. */
  readonly bulk?: boolean;
}

const isAnythingBut = (types: DetailTypes): types is { readonly anythingBut: readonly string[] } =>
  'anythingBut' in types;

const decidedByOf = (subscription: Subscription): readonly DecidedBy[] | undefined =>
  subscription.source === 'facts' ? subscription.decidedBy : undefined;

export const laneOf = (subscription: Subscription): Lane | undefined =>
  subscription.source === 'inbound' ? subscription.lane : undefined;

export const matchesSubscription = (subscription: Subscription, event: Envelope): boolean => {
  const { source, detailTypes } = subscription;
  if ((event.source === FACT_SOURCE) !== (source === 'facts')) return false;
  const decidedBy = decidedByOf(subscription);
  if (decidedBy !== undefined && !decidedBy.some((by) => by === event.decidedBy)) return false;
  const lane = laneOf(subscription);
  if (lane !== undefined && lane !== (event.bulk === true ? 'bulk' : 'prompt')) return false;
  return isAnythingBut(detailTypes)
    ? !detailTypes.anythingBut.includes(event.detailType)
    : detailTypes.some((type) => type === event.detailType);
};

/** What a pattern of EventBridge compares one field with. */
export type Matcher = readonly string[] | readonly [{ readonly 'anything-but': readonly string[] }];

export interface Pattern {
  readonly source: Matcher;
  readonly 'detail-type': Matcher;
  readonly detail?:
    | { readonly data: { readonly decision: { readonly by: readonly string[] } } }
    | { readonly metadata: { readonly bulk: readonly [{ readonly exists: boolean }] } };
}

/** In the syntax of EventBridge; lets through what `matchesSubscription` does. */
export const eventPattern = (subscription: Subscription): Pattern => {
  const { source, detailTypes } = subscription;
  const decidedBy = decidedByOf(subscription);
  const lane = laneOf(subscription);
  return {
    source: source === 'facts' ? [FACT_SOURCE] : [{ 'anything-but': [FACT_SOURCE] }],
    'detail-type': isAnythingBut(detailTypes) ? [{ 'anything-but': detailTypes.anythingBut }] : detailTypes,
    ...(decidedBy === undefined ? {} : { detail: { data: { decision: { by: decidedBy } } } }),
    ...(lane === undefined ? {} : { detail: { metadata: { bulk: [{ exists: lane === 'bulk' }] } } }),
  };
};
