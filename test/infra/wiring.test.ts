import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { clockWake, wakeText } from '../../shared/contracts/clock-wake.ts';
import { CommonEnv } from '../../shared/contracts/env/common.ts';
import { FUNCTION_NAMES, FUNCTIONS, type FunctionName } from '../../shared/contracts/functions.ts';
import { factsOf, TOLD_BY } from '../../shared/contracts/sinks/told-by.ts';
import {
  eventPattern,
  FACT_SOURCE,
  type Matcher,
  matchesSubscription,
  subscriptions,
} from '../../shared/contracts/subscriptions.ts';
import { CLAUSES } from '../../shared/domain/vocabulary/clauses.ts';
import { DECIDED_BY } from '../../shared/domain/vocabulary/decided-by.ts';
import { consumersOf } from '../../simulator/consumers.ts';
import { createEmbedded } from '../../simulator/embedded.ts';
import { smallAgreement } from '../support/agreement/small-agreement.ts';
import { SINKS } from './agreement.ts';
import { clockDefinition } from './clock-definition.ts';
import { at, list, ofType, prop, target } from './lookup.ts';
import { functionNamed } from './permissions.ts';
import { BY_SES, BY_SES_ALONE, type Resources, synth } from './synth.ts';

const { main } = synth();

const { main: bySes } = synth({ config: BY_SES });

const nameOf = (functionId: string | undefined): unknown =>
  functionId === undefined
    ? undefined
    : at(main[functionId], 'Properties', 'Environment', 'Variables', 'POWERTOOLS_SERVICE_NAME');

/** Who works off a queue, by its logical id. */
const consumers = new Map(
  ofType(main, 'AWS::Lambda::EventSourceMapping').map(([, mapping]) => [
    target(prop(mapping, 'EventSourceArn')),
    nameOf(target(prop(mapping, 'FunctionName'))),
  ]),
);

const rules = ofType(main, 'AWS::Events::Rule').map(([, rule]) => rule);

const subscriberOf = (rule: (typeof rules)[number]): unknown => {
  const hears = target(prop(rule, 'Targets', 0, 'Arn'));
  return hears !== undefined && main[hears]?.Type === 'AWS::StepFunctions::StateMachine'
    ? 'clock'
    : consumers.get(hears);
};

/** And not on a partner's. */
const isOnBus = (rule: (typeof rules)[number]): boolean => target(prop(rule, 'EventBusName')) !== undefined;

describe('the bus', () => {
  it('has one rule for each subscription, one for each sink, and no other', () => {
    const made = rules
      .filter((rule) => prop(rule, 'EventPattern') !== undefined && isOnBus(rule))
      .map((rule) => ({ function: subscriberOf(rule), pattern: prop(rule, 'EventPattern') }));
    const ofSinks = SINKS.map((sink) => ({
      function: TOLD_BY[sink.kind],
      pattern: { source: [FACT_SOURCE], 'detail-type': factsOf(sink) },
    }));
    const heard = subscriptions.map((each) => ({ function: each.function, pattern: eventPattern(each) }));
    const wanted = [...heard, ...ofSinks];
    expect(made).toHaveLength(wanted.length);
    expect(made).toEqual(expect.arrayContaining(wanted));
  });

  it('hands the clock what the event says, and watch-clocks a tick a minute', () => {
    const [clock] = rules.filter((rule) => subscriberOf(rule) === 'clock');
    expect(clock && prop(clock, 'Targets', 0, 'InputPath')).toBe('$.detail');
    const [tick] = rules.filter((rule) => subscriberOf(rule) === 'watch-clocks');
    expect(tick && prop(tick, 'ScheduleExpression')).toBe('rate(1 minute)');
  });

  it('calls check-reach once an hour', () => {
    const hourly = rules.filter((rule) => prop(rule, 'ScheduleExpression') === 'cron(17 * * * ? *)');
    expect(hourly.map((rule) => nameOf(target(prop(rule, 'Targets', 0, 'Arn'))))).toEqual(['check-reach']);
  });

  it('lets through what the embedded bus does', () => {
    const passes = (matcher: Matcher, value: string): boolean =>
      matcher.some((test) => (typeof test === 'string' ? test === value : !test['anything-but'].includes(value)));
    const known = subscriptions.flatMap(({ detailTypes }) =>
      'anythingBut' in detailTypes ? detailTypes.anythingBut : detailTypes,
    );
    const source = fc.oneof(fc.constantFrom(FACT_SOURCE, 'web', 'crm'), fc.string());
    const detailType = fc.oneof(fc.constantFrom('LeadCaptured', ...known), fc.string());
    const decidedBy = fc.constantFrom(...DECIDED_BY, undefined);
    fc.assert(
      fc.property(
        fc.constantFrom(...subscriptions),
        source,
        detailType,
        decidedBy,
        fc.boolean(),
        (subscription, from, type, by, bulk) => {
          const { source: sources, 'detail-type': types, detail } = eventPattern(subscription);
          const isDecided =
            detail === undefined ||
            ('data' in detail
              ? by !== undefined && passes(detail.data.decision.by, by)
              : detail.metadata.bulk.some(({ exists }) => exists === bulk));
          const passed = passes(sources, from) && passes(types, type) && isDecided;
          const event = { source: from, detailType: type, bulk, ...(by === undefined ? {} : { decidedBy: by }) };
          expect(matchesSubscription(subscription, event)).toBe(passed);
        },
      ),
    );
  });

  it('brings every inbound event to exactly one function', () => {
    const inbound = fc.string().filter((source) => source !== FACT_SOURCE);
    const detailType = fc.oneof(
      fc.constantFrom('LeadCaptured', 'RepAnswered', 'LeadClosed', 'LeadOwnerChanged'),
      fc.string(),
    );
    fc.assert(
      fc.property(inbound, detailType, fc.boolean(), (source, type, bulk) => {
        const event = { source, detailType: type, bulk };
        expect(subscriptions.filter((each) => matchesSubscription(each, event))).toHaveLength(1);
      }),
    );
  });
});

describe('events in bulk', () => {
  /** Of the queues of score-lead: what its rule matches, and how many calls at once work it off. */
  const lanes = ofType(main, 'AWS::Events::Rule').flatMap(([, rule]) => {
    const bulk = at(prop(rule, 'EventPattern'), 'detail', 'metadata', 'bulk', 0, 'exists');
    if (bulk === undefined) return [];
    const queue = target(prop(rule, 'Targets', 0, 'Arn'));
    const [mapping] = ofType(main, 'AWS::Lambda::EventSourceMapping').filter(
      ([, each]) => target(prop(each, 'EventSourceArn')) === queue,
    );
    const atOnce = mapping && prop(mapping[1], 'ScalingConfig', 'MaximumConcurrency');
    return [{ bulk, queue, consumer: consumers.get(queue), atOnce: Number(atOnce) }];
  });

  it('go to score-lead by a queue of their own, which fewer calls work off: no hot lead waits behind them', () => {
    expect(lanes.map(({ bulk, consumer }) => [bulk, consumer])).toEqual(
      expect.arrayContaining([
        [false, 'score-lead'],
        [true, 'score-lead'],
      ]),
    );
    expect(new Set(lanes.map(({ queue }) => queue)).size).toBe(2);
    const calls = (bulk: boolean) => lanes.find((lane) => lane.bulk === bulk)?.atOnce ?? 0;
    expect(calls(true)).toBeLessThan(calls(false) / 2);
  });

  it('may wait for hours before that is an alarm', () => {
    const waits = ofType(main, 'AWS::CloudWatch::Alarm')
      .filter(([, alarm]) => prop(alarm, 'MetricName') === 'ApproximateAgeOfOldestMessage')
      .filter(
        ([, alarm]) => target(at(prop(alarm, 'Dimensions'), 0, 'Value')) === lanes.find(({ bulk }) => bulk)?.queue,
      )
      .map(([, alarm]) => prop(alarm, 'Threshold'));
    expect(waits).toEqual([6 * 3_600]);
  });
});

/** Functions that only keep or tell what happened: a simulation does without them, unless somebody looks at it. */
const OUTSIDE: readonly FunctionName[] = ['keep-measures', 'update-chat'];
const LOOKED = { isMeasured: false, hasSlack: false };

describe('the simulator', () => {
  it('plays every function that hears the bus, but those that only keep or tell what happened', () => {
    const played = Object.keys(consumersOf(createEmbedded({ agreement: smallAgreement(), start: 0 }).ports, LOOKED));
    const hearing = subscriptions.flatMap((each) => (each.function === 'clock' ? [] : [each.function]));
    expect(hearing.filter((name) => !played.includes(name))).toEqual(OUTSIDE);
  });
});

describe('the clock', () => {
  const [machine] = ofType(main, 'AWS::StepFunctions::StateMachine');
  const text = list(machine && prop(machine[1], 'DefinitionString', 'Fn::Join', 1));
  const states = at(JSON.parse(clockDefinition(main, 'queue')), 'States');

  /** What a state machine makes of a template: the value at each path stands for it. */
  const filled = (template: unknown, input: unknown): unknown =>
    typeof template !== 'object' || template === null
      ? template
      : Object.fromEntries(
          Object.entries(template).map(([key, value]) =>
            key.endsWith('.$')
              ? [key.slice(0, -2), at(input, ...String(value).split('.').slice(1))]
              : [key, filled(value, input)],
          ),
        );

  const detail = (clause: string) => ({
    leadId: 'one',
    data: { clause, attempt: 2, dueAt: '2026-11-16T09:31:00.000Z' },
  });

  it.each(CLAUSES)('sends advance-clock a wake as its contract has it, for %s', (clause) => {
    const { MessageBody } = Object(filled(at(states, 'Send', 'Parameters'), detail(clause)));
    expect(clockWake.parse(MessageBody)).toEqual(detail(clause));
    const queue = text.flatMap((part) => target(part) ?? []).find((id) => consumers.has(id));
    expect(consumers.get(queue)).toBe('advance-clock');
  });

  it.each(CLAUSES)('runs on what advance-clock starts it with, until the instant, for %s', (clause) => {
    const { leadId, data } = detail(clause);
    const input = JSON.parse(wakeText({ leadId, ...data, clause, dueAt: Date.parse(data.dueAt) }));
    expect(clockWake.parse(input)).toEqual(detail(clause));
    expect(
      at(
        input,
        ...String(at(states, 'WaitUntilDue', 'TimestampPath'))
          .split('.')
          .slice(1),
      ),
    ).toBe('2026-11-16T09:31:00.000Z');
  });

  it('has two states, for each costs', () => {
    expect(Object.keys(Object(states))).toEqual(['WaitUntilDue', 'Send']);
  });
});

describe('a function', () => {
  it.each(FUNCTION_NAMES)('%s has the environment that it reads, and no more', (name) => {
    const resources: Resources = BY_SES_ALONE.includes(name) ? bySes : main;
    const { resource } = functionNamed(name, resources);
    const variables = Object.keys(z.record(z.string(), z.unknown()).parse(prop(resource, 'Environment', 'Variables')));
    expect(variables.sort()).toEqual(
      [...Object.keys(CommonEnv.shape), ...Object.keys(FUNCTIONS[name].env.shape)].sort(),
    );
  });

  it('is sent messages by watch-clocks on the queue that it works off', () => {
    const [watch] = ofType(main, 'AWS::Lambda::Function').filter(([id]) => nameOf(id) === 'watch-clocks');
    const consumerOf = (variable: string) =>
      consumers.get(target(watch && prop(watch[1], 'Environment', 'Variables', variable)));
    expect(consumerOf('ROUTE_QUEUE_URL')).toBe('route-lead');
    expect(consumerOf('ALERT_QUEUE_URL')).toBe('alert-rep');
    expect(consumerOf('CLOCK_QUEUE_URL')).toBe('advance-clock');
    expect(consumerOf('PUBLISH_QUEUE_URL')).toBe('publish-events');
  });

  it('publish-events sees no record of the stream but those of documents with facts to publish', () => {
    const [stream] = ofType(main, 'AWS::Lambda::EventSourceMapping').filter(
      ([, mapping]) => prop(mapping, 'StartingPosition') !== undefined,
    );
    const patterns = list(stream && prop(stream[1], 'FilterCriteria', 'Filters')).map((each) =>
      JSON.parse(String(at(each, 'Pattern'))),
    );
    expect(nameOf(target(stream && prop(stream[1], 'FunctionName')))).toBe('publish-events');
    expect(patterns).toEqual([
      { eventName: ['INSERT', 'MODIFY'], dynamodb: { NewImage: { outboxFrom: { N: [{ exists: true }] } } } },
    ]);
  });
});
