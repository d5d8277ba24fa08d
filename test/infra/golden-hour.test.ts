import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Effect, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { describe, expect, it } from 'vitest';
import type { CompiledAgreement } from '../../infra/agreement.ts';
import { GoldenHour, type GoldenHourProps } from '../../infra/golden-hour.ts';
import { inboundEnvelopes } from '../../shared/contracts/events/inbound.ts';
import { ANSWER_TYPES, LEAD_TYPES, REP_TYPES } from '../../shared/domain/vocabulary/inbound-types.ts';
import { agreementOf } from './agreement.ts';
import { list, ofType, prop } from './lookup.ts';

/** Two of it are more than a stack holds with the functions of Slack. */
const agreement = agreementOf(2, { phones: true, slack: false });

interface Placed {
  readonly stack: Stack;
  readonly goldenHour: GoldenHour;
}

/** In an app of somebody else: none of our flags. */
const place = (props: Partial<GoldenHourProps> = {}): Placed => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] }, builtinCloudFormationValidation: false });
  const stack = new Stack(app, 'Sales');
  return { stack, goldenHour: new GoldenHour(stack, 'GoldenHour', { agreement, ...props }) };
};

const placed = place();

const resourcesOf = (stack: Stack) => Template.fromStack(stack).toJSON().Resources;

/** Everything that a new role may do once `grant` has run. */
const permissions = (grant: (goldenHour: GoldenHour, role: Role) => void): readonly unknown[] => {
  const { stack, goldenHour } = place();
  const role = new Role(stack, 'Producer', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  grant(goldenHour, role);
  const [policy] = ofType(resourcesOf(stack), 'AWS::IAM::Policy').filter(([id]) => id.startsWith('Producer'));
  return policy === undefined ? [] : list(prop(policy[1], 'PolicyDocument', 'Statement'));
};

const putting = (detailTypes: readonly string[]) => ({
  Effect: Effect.ALLOW,
  Action: 'events:PutEvents',
  Resource: { 'Fn::GetAtt': [expect.stringMatching(/^GoldenHourBus/), 'Arn'] },
  Condition: {
    'ForAllValues:StringEquals': { 'events:detail-type': detailTypes },
    'ForAllValues:StringNotEquals': { 'events:source': ['golden-hour'] },
    Null: { 'events:detail-type': 'false', 'events:source': 'false' },
  },
});

describe('GoldenHour in an app of somebody else', () => {
  it('lets a producer put leads on its bus, as nobody but themselves, and nothing else', () => {
    expect(permissions((goldenHour, role) => goldenHour.grantPutLeads(role))).toEqual([
      putting(['LeadCaptured', 'LeadActivityRecorded']),
    ]);
  });

  it('lets a CRM report answers, and nothing else', () => {
    expect(permissions((goldenHour, role) => goldenHour.grantPutAnswers(role))).toEqual([
      putting([
        'RepAnswered',
        'LeadContacted',
        'ContactAttempted',
        'LeadClosed',
        'LeadOwnerChanged',
        'RepAvailabilityChanged',
      ]),
    ]);
  });

  it('lets every inbound event be put by exactly one of the two', () => {
    expect([...LEAD_TYPES, ...ANSWER_TYPES, ...REP_TYPES].toSorted()).toEqual(Object.keys(inboundEnvelopes).toSorted());
  });

  it('shows its bus, the domain of its links, what it grants and what it measures, and no part of itself', () => {
    const own = Object.keys(placed.goldenHour).filter((key) => key !== 'node');
    expect(own.toSorted()).toEqual(['alarmTopic', 'bus']);
    const methods = Object.getOwnPropertyNames(GoldenHour.prototype).filter((name) => name !== 'constructor');
    expect(methods.filter((name) => !/^(grant|metric)[A-Z]/.test(name))).toEqual(['linkDomain']);
  });

  it.each([
    ['metricTimeToAlert', 'alert-rep', 'TimeToAlert', 'Maximum'],
    ['metricMessagesSent', 'alert-rep', 'MessageSent', 'Sum'],
    ['metricMessagesFailed', 'alert-rep', 'MessageFailed', 'Sum'],
    ['metricLeadsQualified', 'publish-events', 'LeadQualified', 'Sum'],
    ['metricLeadsAssigned', 'publish-events', 'LeadAssigned', 'Sum'],
    ['metricLeadsWaiting', 'publish-events', 'LeadWaiting', 'Sum'],
    ['metricSlaBreaches', 'publish-events', 'SlaBreached', 'Sum'],
    ['metricSlaBreachesBySales', 'publish-events', 'SlaBreachedBySales', 'Sum'],
    ['metricSlaBreachesByUs', 'publish-events', 'SlaBreachedByUs', 'Sum'],
    ['metricExpectedWait', 'publish-events', 'ExpectedWait', 'Maximum'],
    ['metricFieldsIgnored', 'score-lead', 'LeadFieldsIgnored', 'Average'],
    ['metricHeartbeat', 'watch-clocks', 'Heartbeat', 'Sum'],
    ['metricRepsUnreachable', 'check-reach', 'RepsUnreachable', 'Maximum'],
    ['metricRefused', 'publish-events', 'LeadRefused', 'Sum'],
  ] as const)('%s is what %s writes as %s', (method, service, metricName, statistic) => {
    const metric: Metric = placed.goldenHour[method]();
    expect(metric).toMatchObject({
      namespace: placed.goldenHour.metricRefused().namespace,
      metricName,
      dimensions: { service },
      statistic,
    });
    expect(metric.period.toSeconds()).toBe(300);
    const hourly = placed.goldenHour[method]({ period: Duration.hours(1), statistic: 'p90' });
    expect(hourly.period.toSeconds()).toBe(3600);
    expect(hourly.statistic).toBe('p90');
  });

  it('keeps its metrics apart from those of another deployment, in the same stack or in another', () => {
    const { stack, goldenHour } = place();
    const beside = new GoldenHour(stack, 'Beside', { agreement });
    const elsewhere = new GoldenHour(new Stack(stack.node.root, 'Other'), 'GoldenHour', { agreement });
    const namespaces = [goldenHour, beside, elsewhere].map((each) => each.metricRefused().namespace);
    expect(namespaces).toEqual([0, 1, 2].map(() => expect.stringMatching(/^GoldenHour\/[\w-]+$/)));
    expect(new Set(namespaces).size).toBe(3);
    const resources = ofType(resourcesOf(stack), 'AWS::CloudWatch::Alarm');
    const heard = resources
      .map(([, each]) => String(prop(each, 'Namespace')))
      .filter((name) => !name.startsWith('AWS/'));
    expect(new Set(heard)).toEqual(new Set(namespaces.slice(0, 2)));
  });

  it('writes its metrics where it is told to', () => {
    const { stack, goldenHour } = place({ metricsNamespace: 'Sales/Test' });
    expect(goldenHour.metricRefused().namespace).toBe('Sales/Test');
    const resources = resourcesOf(stack);
    const namespaces = ofType(resources, 'AWS::Lambda::Function').map(([, each]) =>
      prop(each, 'Environment', 'Variables', 'POWERTOOLS_METRICS_NAMESPACE'),
    );
    expect(namespaces.filter((name) => name !== undefined)).toEqual(Array(12).fill('Sales/Test'));
    const alarms = ofType(resources, 'AWS::CloudWatch::Alarm').map(([, each]) => prop(each, 'Namespace'));
    expect(alarms).toContain('Sales/Test');
    expect(alarms.filter((name) => String(name).startsWith('GoldenHour'))).toEqual([]);
  });

  it('takes the replies of a topic that is made in the same app', () => {
    const app = new App({ context: { 'aws:cdk:bundling-stacks': [] }, builtinCloudFormationValidation: false });
    const stack = new Stack(app, 'Sales');
    const repliesTopic = new Topic(stack, 'TwoWayNumber');
    new GoldenHour(stack, 'GoldenHour', { agreement, repliesTopic });
    const [subscription] = ofType(resourcesOf(stack), 'AWS::SNS::Subscription').map(([, each]) => each);
    expect(subscription && prop(subscription, 'TopicArn')).toEqual(stack.resolve(repliesTopic.topicArn));
  });

  it('says what to do where it is given an agreement that was not read, or not awaited', () => {
    const given: CompiledAgreement = { hash: '' };
    expect(() => place({ agreement: given })).toThrow(/await it/);
  });
});
