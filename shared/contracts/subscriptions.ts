import { ANSWER_TYPES } from '../domain/vocabulary/inbound-types.ts';

/** Source of every fact that Golden Hour publishes; whatever has another source is inbound. */
export const FACT_SOURCE = 'golden-hour';

export type FunctionName =
  | 'score-lead'
  | 'record-answer'
  | 'route-lead'
  | 'alert-rep'
  | 'advance-clock'
  | 'watch-clocks'
  | 'publish-events'
  | 'answer-alert'
  | 'read-reply';

/** `clock` is the state machine that waits for the end of a clause and then asks advance-clock. */
export type Subscriber = FunctionName | 'clock';

export type DetailTypes = readonly string[] | { readonly anythingBut: readonly string[] };

/** Who hears which events of the bus. infra makes rules and queues of it, the embedded bus dispatches by it. */
export interface Subscription {
  readonly function: Subscriber;
  readonly source: 'inbound' | 'facts';
  readonly detailTypes: DetailTypes;
}

export const subscriptions: readonly Subscription[] = [
  { function: 'record-answer', source: 'inbound', detailTypes: ANSWER_TYPES },
  // All the rest, so that what nobody knows is refused and does not disappear.
  { function: 'score-lead', source: 'inbound', detailTypes: { anythingBut: ANSWER_TYPES } },
  {
    function: 'route-lead',
    source: 'facts',
    detailTypes: ['LeadQualified', 'LeadRejected', 'LeadEscalated', 'LeadRecycled', 'OutcomeRecorded'],
  },
  { function: 'alert-rep', source: 'facts', detailTypes: ['LeadAssigned', 'LeadEscalated', 'LeadRejected'] },
  { function: 'clock', source: 'facts', detailTypes: ['ClockStarted'] },
];

/** An event of the bus, as far as subscriptions look at it. */
export interface Envelope {
  readonly source: string;
  readonly detailType: string;
}

const isAnythingBut = (types: DetailTypes): types is { readonly anythingBut: readonly string[] } =>
  'anythingBut' in types;

export const matchesSubscription = (subscription: Subscription, event: Envelope): boolean => {
  const { source, detailTypes } = subscription;
  if ((event.source === FACT_SOURCE) !== (source === 'facts')) return false;
  return isAnythingBut(detailTypes)
    ? !detailTypes.anythingBut.includes(event.detailType)
    : detailTypes.includes(event.detailType);
};

/** What a pattern of EventBridge compares one field with. */
export type Matcher = readonly string[] | readonly [{ readonly 'anything-but': readonly string[] }];

/** In the syntax of EventBridge; lets through what `matchesSubscription` does. */
export const eventPattern = ({
  source,
  detailTypes,
}: Subscription): { readonly source: Matcher; readonly 'detail-type': Matcher } => ({
  source: source === 'facts' ? [FACT_SOURCE] : [{ 'anything-but': [FACT_SOURCE] }],
  'detail-type': isAnythingBut(detailTypes) ? [{ 'anything-but': detailTypes.anythingBut }] : detailTypes,
});
