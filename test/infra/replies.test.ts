import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { GoldenHourStack } from '../../infra/golden-hour-stack.ts';
import type { Agreement } from '../../shared/domain/agreement/agreement.ts';
import { agreementOf } from './agreement.ts';
import { at, list, ofType, prop, target } from './lookup.ts';
import { buildApp, type Resources, synth } from './synth.ts';

const TOPIC = 'arn:aws:sns:eu-central-1:123456789012:two-way';

const { main } = synth({ config: { repliesTopicArn: TOPIC } });
const { main: without } = synth({ config: { repliesTopicArn: undefined } });

const variableOf = (resources: Resources, service: string, name: string): unknown => {
  const [found] = ofType(resources, 'AWS::Lambda::Function')
    .map(([, each]) => prop(each, 'Environment', 'Variables'))
    .filter((variables) => at(variables, 'POWERTOOLS_SERVICE_NAME') === service);
  return at(found, name);
};

/** What the role of a function may do, as `action` or, where everything but something is allowed, `action elsewhere`. */
const mayDo = (resources: Resources, service: string): readonly string[] => {
  const [found] = ofType(resources, 'AWS::Lambda::Function').filter(
    ([, each]) => prop(each, 'Environment', 'Variables', 'POWERTOOLS_SERVICE_NAME') === service,
  );
  const role = found && target(prop(found[1], 'Role'));
  return ofType(resources, 'AWS::IAM::Policy')
    .filter(([, policy]) => list(prop(policy, 'Roles')).some((each) => target(each) === role))
    .flatMap(([, policy]) => list(prop(policy, 'PolicyDocument', 'Statement')))
    .flatMap((statement) =>
      list(at(statement, 'Action')).map(
        (action) => `${action}${at(statement, 'NotResource') === undefined ? '' : ' elsewhere'}`,
      ),
    )
    .toSorted();
};

const warnings = (agreement: Agreement): number => {
  const stack = buildApp({ agreement }).node.findChild('GoldenHour');
  if (!(stack instanceof GoldenHourStack)) throw new Error('The app has no stack of ours.');
  return Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('cannot be replied to')).length;
};

describe('answers by SMS', () => {
  it('come from the topic of the two-way number, into the queue that read-reply works off', () => {
    const [subscription, ...others] = ofType(main, 'AWS::SNS::Subscription').map(([, each]) => each);
    expect(others).toEqual([]);
    expect(subscription && prop(subscription, 'TopicArn')).toBe(TOPIC);
    // The instant of a reply is told by the envelope.
    expect(subscription && prop(subscription, 'RawMessageDelivery')).toBeUndefined();
    const queue = target(subscription && prop(subscription, 'Endpoint'));
    const [mapping] = ofType(main, 'AWS::Lambda::EventSourceMapping').filter(
      ([, each]) => target(prop(each, 'EventSourceArn')) === queue,
    );
    const worker = target(mapping && prop(mapping[1], 'FunctionName')) ?? '';
    expect(at(main[worker], 'Properties', 'Environment', 'Variables', 'POWERTOOLS_SERVICE_NAME')).toBe('read-reply');
  });

  it('are taken from no other topic', () => {
    const senders = ofType(main, 'AWS::SQS::QueuePolicy')
      .flatMap(([, policy]) => list(prop(policy, 'PolicyDocument', 'Statement')))
      .filter((statement) => at(statement, 'Principal', 'Service') === 'sns.amazonaws.com');
    expect(senders).toHaveLength(2);
    expect(senders.map((statement) => at(statement, 'Condition', 'ArnEquals', 'aws:SourceArn'))).toEqual([
      TOPIC,
      TOPIC,
    ]);
  });

  it('may be decided and replied to, and nothing else', () => {
    const texting = [
      'sns:CheckIfPhoneNumberIsOptedOut',
      'sns:GetSMSSandboxAccountStatus',
      'sns:ListSMSSandboxPhoneNumbers',
      'sns:Publish elsewhere',
    ];
    expect(mayDo(main, 'read-reply')).toEqual([...mayDo(without, 'record-answer'), ...texting].toSorted());
    const { main: voiceless } = synth({ agreement: agreementOf(3, { phones: false }) });
    expect(mayDo(voiceless, 'read-reply')).toEqual(mayDo(voiceless, 'record-answer'));
  });

  it('are told of in alerts', () => {
    expect(variableOf(main, 'alert-rep', 'REPLIES')).toBe('on');
    expect(variableOf(without, 'alert-rep', 'REPLIES')).toBe('off');
  });

  it('leave nothing in a stack without a two-way number', () => {
    expect(Object.keys(without).filter((id) => /Repl(y|ies)/.test(id))).toEqual([]);
    expect(ofType(without, 'AWS::SNS::Subscription')).toEqual([]);
  });

  it('are warned of where alerts come from a name', () => {
    const agreement = agreementOf(3, { phones: true });
    const named = { ...agreement, sla: { ...agreement.sla, alerts: { senderId: 'Acme' } } };
    expect(warnings(agreement)).toBe(0);
    expect(warnings(named)).toBe(1);
  });
});
