import { describe, expect, it } from 'vitest';
import { Config } from '../../infra/config.ts';
import { FACT_SOURCE } from '../../shared/contracts/subscriptions.ts';
import { LEAD_TYPES } from '../../shared/domain/vocabulary/inbound-types.ts';
import { at, list, ofType, prop, target } from './lookup.ts';
import { functionNamed } from './permissions.ts';
import { type Resources, synth } from './synth.ts';

const { main } = synth();

const statements = (resources: Resources): readonly unknown[] =>
  ofType(resources, 'AWS::Events::EventBus').flatMap(([, bus]) => list(prop(bus, 'Policy', 'Statement')));

describe('the policy of the bus', () => {
  const [statement, ...others] = statements(main);

  it('lets nobody but publish-events put facts, and grants nothing', () => {
    expect(statement).toMatchObject({ Effect: 'Deny', Principal: { AWS: '*' }, Action: 'events:PutEvents' });
    const publisher = target(prop(functionNamed('publish-events', main).resource, 'Role'));
    expect(at(statement, 'Condition')).toEqual({
      'ForAnyValue:StringEquals': { 'events:source': [FACT_SOURCE] },
      ArnNotEquals: { 'aws:PrincipalArn': { 'Fn::GetAtt': [publisher, 'Arn'] } },
    });
    expect(others).toEqual([]);
  });

  it('is about the bus itself', () => {
    const [[, bus] = []] = ofType(main, 'AWS::Events::EventBus');
    const arn = JSON.stringify(at(statement, 'Resource'));
    expect(arn).toContain(`:event-bus/${bus && prop(bus, 'Name')}`);
  });

  it('lets other accounts put leads, and nothing else, where told', () => {
    const { main: open } = synth({ config: { allowAccounts: '111122223333,444455556666' } });
    const [, ...allowed] = statements(open);
    expect(allowed.map((each) => [at(each, 'Effect'), at(each, 'Action')])).toEqual(
      Array(2).fill(['Allow', 'events:PutEvents']),
    );
    expect(allowed.map((each) => JSON.stringify(at(each, 'Principal')).match(/\d{12}/)?.[0])).toEqual([
      '111122223333',
      '444455556666',
    ]);
    for (const each of allowed) {
      expect(at(each, 'Condition', 'ForAllValues:StringEquals', 'events:detail-type')).toEqual(LEAD_TYPES);
      expect(at(each, 'Condition', 'ForAllValues:StringNotEquals', 'events:source')).toEqual([FACT_SOURCE]);
    }
  });

  it('takes no account id that is none', () => {
    expect(Config.safeParse({ allowAccounts: '1234' }).success).toBe(false);
  });
});

describe('an execution of the clock', () => {
  it('ends, whatever instant it was told to wait for', () => {
    const [[, machine] = []] = ofType(main, 'AWS::StepFunctions::StateMachine');
    const text = list(machine && prop(machine, 'DefinitionString', 'Fn::Join', 1));
    const definition = JSON.parse(text.map((part) => (typeof part === 'string' ? part : 'arn')).join(''));
    expect(at(definition, 'TimeoutSeconds')).toBe(90 * 86_400);
  });
});
