import { describe, expect, it } from 'vitest';
import { Config } from '../../infra/config.ts';
import { HOUR } from '../support/agreement/small-agreement.ts';
import { agreementOf } from './agreement.ts';
import { at, list, ofType, prop, target } from './lookup.ts';
import { type Resource, type Resources, synth } from './synth.ts';

const alarmsIn = (resources: Resources): readonly Resource[] =>
  ofType(resources, 'AWS::CloudWatch::Alarm').map(([, each]) => each);

const topicsIn = (resources: Resources) => ofType(resources, 'AWS::SNS::Topic');

const { main } = synth();

/** What the alarms on a metric of our own compare it with. */
const alarmsOn = (resources: Resources, metric: string): readonly (readonly unknown[])[] =>
  alarmsIn(resources)
    .filter((each) => prop(each, 'MetricName') === metric)
    .map((each) =>
      ['Statistic', 'ExtendedStatistic', 'ComparisonOperator', 'Threshold', 'Period'].flatMap(
        (name) => prop(each, name) ?? [],
      ),
    );

describe('every alarm', () => {
  it('tells a topic of the deployment when it begins and when it is over', () => {
    const [[topic] = []] = topicsIn(main);
    expect(topic).toBeDefined();
    for (const action of ['AlarmActions', 'OKActions']) {
      expect(alarmsIn(main).filter((each) => target(prop(each, action, 0)) !== topic)).toEqual([]);
    }
  });

  it('tells the topic of the deployer where there is one', () => {
    const alarmTopicArn = 'arn:aws:sns:eu-central-1:123456789012:on-call';
    const { main: told } = synth({ config: { alarmTopicArn } });
    expect(topicsIn(told)).toEqual([]);
    for (const action of ['AlarmActions', 'OKActions']) {
      expect(alarmsIn(told).filter((each) => prop(each, action, 0) !== alarmTopicArn)).toEqual([]);
    }
  });
});

describe('the topic of alarms', () => {
  it('lets the alarms of the account publish, and CloudWatch cannot be made to publish by others', () => {
    const [[topic] = []] = topicsIn(main);
    const [policy] = ofType(main, 'AWS::SNS::TopicPolicy').map(([, each]) => each);
    expect(target(list(policy && prop(policy, 'Topics'))[0])).toBe(topic);
    const allowed = list(policy && prop(policy, 'PolicyDocument', 'Statement')).filter(
      (each) => at(each, 'Effect') === 'Allow',
    );
    expect(
      allowed.map((each) => [at(each, 'Principal', 'Service'), at(each, 'Action'), at(each, 'Condition')]),
    ).toEqual([
      ['cloudwatch.amazonaws.com', 'sns:Publish', { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } }],
    ]);
  });

  it('tells somebody by e-mail who is named, and nobody unless told', () => {
    const emails = (resources: Resources) =>
      ofType(resources, 'AWS::SNS::Subscription')
        .filter(([, each]) => prop(each, 'Protocol') === 'email')
        .map(([, each]) => prop(each, 'Endpoint'));
    expect(emails(main)).toEqual([]);
    expect(emails(synth({ config: { alarmEmail: 'on-call@example.com' } }).main)).toEqual(['on-call@example.com']);
  });

  it('is not asked for together with an e-mail address', () => {
    const both = { alarmTopicArn: 'arn:aws:sns:eu-central-1:123456789012:on-call', alarmEmail: 'on-call@example.com' };
    expect(Config.safeParse(both).success).toBe(false);
  });
});

describe('an alarm on the promise', () => {
  it('compares the slowest alert in a hundred with the clause of the agreement', () => {
    expect(alarmsOn(main, 'TimeToAlert')).toEqual([['p99', 'GreaterThanThreshold', HOUR, 3600]]);
    const agreement = agreementOf(2, { phones: true });
    const sooner = { ...agreement, sla: { ...agreement.sla, alert: { withinMs: HOUR / 2, steps: [] } } };
    expect(alarmsOn(synth({ agreement: sooner }).main, 'TimeToAlert')).toEqual([
      ['p99', 'GreaterThanThreshold', HOUR / 2, 3600],
    ]);
  });

  it.each([
    ['SlaBreachedByUs', ['Sum', 'GreaterThanOrEqualToThreshold', 1, 3600]],
    ['SlaBreachedBySales', ['Sum', 'GreaterThanOrEqualToThreshold', 10, 3600]],
    ['ExpectedWait', ['Maximum', 'GreaterThanThreshold', HOUR / 4, 3600]],
    ['LeadRefused', ['Sum', 'GreaterThanOrEqualToThreshold', 1, 3600]],
    ['LeadFieldsIgnored', ['Average', 'GreaterThanThreshold', 0.2, 3600]],
    ['RepsUnreachable', ['Maximum', 'GreaterThanOrEqualToThreshold', 1, 3600]],
    ['SpendNearLimit', ['Maximum', 'GreaterThanOrEqualToThreshold', 1, 3600]],
    ['Stuck', ['Sum', 'GreaterThanOrEqualToThreshold', 1, 300]],
    ['Heartbeat', ['Sum', 'LessThanThreshold', 1, 300]],
  ] as const)('is on %s', (metric, compared) => {
    expect(alarmsOn(main, metric)).toEqual([compared]);
  });

  it('is on the oldest message of each queue that a function works off', () => {
    const queues = ofType(main, 'AWS::SQS::Queue').filter(([, each]) => prop(each, 'RedrivePolicy') !== undefined);
    expect(alarmsOn(main, 'ApproximateAgeOfOldestMessage')).toHaveLength(queues.length);
  });
});

describe('the dashboard', () => {
  const bodies = (resources: Resources): readonly string[] =>
    ofType(resources, 'AWS::CloudWatch::Dashboard').map(([, each]) => JSON.stringify(prop(each, 'DashboardBody')));

  it('shows the promise, what it depends on, and every alarm', () => {
    const [body = ''] = bodies(main);
    for (const metric of ['TimeToAlert', 'SlaBreachedByUs', 'SlaBreachedBySales', 'ExpectedWait', 'Heartbeat']) {
      expect(body).toContain(metric);
    }
    const alarms = ofType(main, 'AWS::CloudWatch::Alarm').map(([id]) => id);
    expect(alarms.filter((id) => !body.includes(`"${id}"`))).toEqual([]);
  });

  it('is left out where it is not wanted', () => {
    expect(bodies(synth({ config: { dashboard: false } }).main)).toEqual([]);
  });
});
