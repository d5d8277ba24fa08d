import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { agreementOf } from './agreement.ts';
import { at, list, ofType, prop } from './lookup.ts';
import { type Resource, type Resources, synth } from './synth.ts';

const topicsOf = (nested: Readonly<Record<string, Resources>>): readonly string[] =>
  Object.entries(nested).flatMap(([stack, resources]) =>
    ofType(resources, 'AWS::SNS::Topic').map(([id]) => `${stack} ${id}`),
  );

const emails = (resources: Resources): readonly Resource[] =>
  ofType(resources, 'AWS::SNS::Subscription')
    .map(([, subscription]) => subscription)
    .filter((subscription) => prop(subscription, 'Protocol') === 'email');

const many = synth({ agreement: agreementOf(1_000, { phones: true }) });

const mayText = (agreement: Agreement): boolean =>
  ofType(synth({ agreement }).main, 'AWS::IAM::Policy').some(([, policy]) =>
    list(prop(policy, 'PolicyDocument', 'Statement')).some((statement) => at(statement, 'NotResource') !== undefined),
  );

describe('the topics of the reps', () => {
  it('are one for each, with one subscription', () => {
    expect(topicsOf(many.nested)).toHaveLength(1_000);
    expect(emails(many.all)).toHaveLength(1_000);
  });

  it('have one beside them where marketing has an address', () => {
    const agreement = agreementOf(3, { phones: true });
    const marketing = { email: 'marketing@example.com' };
    const { all } = synth({ agreement: { ...agreement, sla: { ...agreement.sla, marketing } } });
    const addresses = emails(all).map((one) => prop(one, 'Endpoint'));
    expect(addresses).toHaveLength(4);
    expect(addresses).toContain('marketing@example.com');
    expect(JSON.stringify(ofType(all, 'AWS::SSM::Parameter'))).toContain('@marketing');
  });

  it('fit into the limits of CloudFormation and of a parameter, a thousand of them', () => {
    expect(Object.keys(many.main).length).toBeLessThan(500);
    for (const resources of Object.values(many.nested)) expect(Object.keys(resources).length).toBeLessThan(500);
    for (const [, parameter] of ofType(many.all, 'AWS::SSM::Parameter')) {
      const value = list(prop(parameter, 'Value', 'Fn::Join', 1));
      expect(value.filter((part) => at(part, 'Ref') !== undefined).length).toBeLessThanOrEqual(20);
    }
  });

  it('stay where they are when reps come and go, so that nobody has to confirm again', () => {
    const { nested } = synth({ agreement: agreementOf(400, { phones: true }) });
    expect(topicsOf(many.nested)).toEqual(expect.arrayContaining([...topicsOf(nested)]));
  });

  it('admit nobody but alert-rep and those who mail figures, and check-reach to ask who has subscribed', () => {
    const policies = Object.values(many.nested).flatMap((resources) => ofType(resources, 'AWS::SNS::TopicPolicy'));
    expect(policies).toHaveLength(1_000);
    for (const [, policy] of policies) {
      const allowed = list(prop(policy, 'PolicyDocument', 'Statement')).filter(
        (each) => at(each, 'Effect') === 'Allow',
      );
      expect(allowed.map((each) => at(each, 'Action'))).toEqual([
        ['sns:GetTopicAttributes', 'sns:Publish'],
        'sns:ListSubscriptionsByTopic',
      ]);
      const principals = allowed.map((each) => list(at(each, 'Principal', 'AWS')).map((one) => String(at(one, 'Ref'))));
      expect(principals).toEqual([
        ['AlertRepRole', 'MailFiguresRole', 'ShowMeasuresRole'].map((role) => expect.stringContaining(role)),
        [expect.stringContaining('CheckReachRole')],
      ]);
    }
  });
});

describe('a text message', () => {
  it('may be sent where a rep wants one, and to no topic by that permission', () => {
    expect(mayText(agreementOf(3, { phones: true }))).toBe(true);
    expect(mayText(agreementOf(3, { phones: false }))).toBe(false);
  });
});
