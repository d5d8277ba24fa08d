import { App, Duration, Fn, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { Config } from '../../infra/config.ts';
import { GoldenHour, type GoldenHourProps } from '../../infra/golden-hour.ts';
import { agreementOf } from './agreement.ts';
import { at, list, ofType, prop, target } from './lookup.ts';
import { buildApp, type Resources, type SynthOptions, synth } from './synth.ts';

const agreement = agreementOf(2, { phones: true });

const place = (props: (stack: Stack) => Partial<GoldenHourProps>): Stack => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] }, builtinCloudFormationValidation: false });
  const stack = new Stack(app, 'Sales');
  new GoldenHour(stack, 'GoldenHour', { agreement, ...props(stack) });
  return stack;
};

const resourcesOf = (stack: Stack): Resources => Template.fromStack(stack).toJSON().Resources;

const TABLE = 'AWS::DynamoDB::GlobalTable';

const restored = {
  tableArn: 'arn:aws:dynamodb:eu-central-1:123456789012:table/GoldenHour-restored',
  tableStreamArn: 'arn:aws:dynamodb:eu-central-1:123456789012:table/GoldenHour-restored/stream/2026-11-26T00:00:00.000',
};

describe('a table that was restored from a backup', () => {
  const { main } = synth({ config: restored });

  it('takes the place of the own one in every function and permission, and in the stream', () => {
    expect(ofType(main, TABLE)).toEqual([]);
    const names = ofType(main, 'AWS::Lambda::Function').flatMap(
      ([, each]) => prop(each, 'Environment', 'Variables', 'TABLE_NAME') ?? [],
    );
    expect(names.length).toBeGreaterThan(7);
    expect(new Set(names)).toEqual(new Set(['GoldenHour-restored']));
    const streams = ofType(main, 'AWS::Lambda::EventSourceMapping').filter(([, each]) =>
      prop(each, 'StartingPosition'),
    );
    expect(streams.map(([, each]) => prop(each, 'EventSourceArn'))).toEqual([restored.tableStreamArn]);
    expect(JSON.stringify(ofType(main, 'AWS::IAM::Policy'))).toContain(`${restored.tableArn}/index/due`);
  });

  it('leaves everything else that holds state as it is', () => {
    const ids = (resources: Resources) => Object.keys(resources).toSorted();
    const own = synth().main;
    expect(ids(main)).toEqual(ids(own).filter((id) => own[id]?.Type !== TABLE));
  });

  it('is as well permitted as the own one', () => {
    expect(new AwsSolutionsChecks().validateScope(buildApp({ config: restored })).violations).toEqual([]);
  });

  it('comes with its stream or not at all', () => {
    expect(Config.safeParse({ tableArn: restored.tableArn }).success).toBe(false);
    expect(Config.safeParse({ tableStreamArn: restored.tableStreamArn }).success).toBe(false);
  });
});

describe('the archive of the bus', () => {
  it('keeps what producers send for as long as it is told, and no facts', () => {
    const [[, archive] = []] = ofType(synth({ config: { archiveDays: '30' } }).main, 'AWS::Events::Archive');
    expect(archive && prop(archive, 'RetentionDays')).toBe(30);
    expect(archive && prop(archive, 'EventPattern')).toEqual({ source: [{ 'anything-but': ['golden-hour'] }] });
  });

  it('is not there unless told', () => {
    expect(ofType(synth().main, 'AWS::Events::Archive')).toEqual([]);
  });
});

describe('a key of the deployer', () => {
  const stack = place((scope) => ({ encryptionKey: new Key(scope, 'Key'), archive: Duration.days(1) }));
  const resources = resourcesOf(stack);
  const [[key] = []] = ofType(resources, 'AWS::KMS::Key');

  it('encrypts table, queues, topics, bus and archive', () => {
    const [[, table] = []] = ofType(resources, TABLE);
    expect(target(at(list(table && prop(table, 'Replicas'))[0], 'SSESpecification', 'KMSMasterKeyId'))).toBe(key);
    for (const [type, name] of [
      ['AWS::SQS::Queue', 'KmsMasterKeyId'],
      ['AWS::SNS::Topic', 'KmsMasterKeyId'],
      ['AWS::Events::EventBus', 'KmsKeyIdentifier'],
      ['AWS::Events::Archive', 'KmsKeyIdentifier'],
    ] as const) {
      const found = ofType(resources, type);
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter(([, each]) => target(prop(each, name)) !== key).map(([id]) => id)).toEqual([]);
    }
  });

  it('is let be used by every function that is there, and by the services that write', () => {
    const roles = ofType(resources, 'AWS::Lambda::Function')
      .filter(([, each]) => prop(each, 'Environment', 'Variables', 'POWERTOOLS_SERVICE_NAME') !== undefined)
      .map(([, each]) => target(prop(each, 'Role')));
    const permitted = ofType(resources, 'AWS::IAM::Policy')
      .filter(([, policy]) =>
        list(prop(policy, 'PolicyDocument', 'Statement')).some((each) =>
          list(at(each, 'Action')).includes('kms:Decrypt'),
        ),
      )
      .flatMap(([, policy]) => list(prop(policy, 'Roles')).map(target));
    expect(roles.filter((role) => !permitted.includes(role))).toEqual([]);
    const [[, made] = []] = ofType(resources, 'AWS::KMS::Key');
    const services = list(made && prop(made, 'KeyPolicy', 'Statement')).map((each) => at(each, 'Principal', 'Service'));
    expect(services).toEqual(expect.arrayContaining(['events.amazonaws.com', 'cloudwatch.amazonaws.com']));
  });
});

describe('what a new table can take at once', () => {
  it('is as told', () => {
    const [[, table] = []] = ofType(
      resourcesOf(place(() => ({ warmThroughput: { writeUnitsPerSecond: 20_000 } }))),
      TABLE,
    );
    expect(table && prop(table, 'WarmThroughput')).toEqual({ WriteUnitsPerSecond: 20_000 });
  });

  it('is what DynamoDB begins with unless told', () => {
    const [[, table] = []] = ofType(synth().main, TABLE);
    expect(table && prop(table, 'WarmThroughput')).toBeUndefined();
  });
});

describe('the API behind the links', () => {
  const apiOf = (config: SynthOptions['config'] = {}) => {
    const [[, api] = []] = ofType(synth({ config }).main, 'AWS::ApiGatewayV2::Api');
    return api;
  };

  it('is named after its deployment', () => {
    const api = apiOf();
    expect(String(api && prop(api, 'Name'))).toMatch(/^GoldenHour-[0-9A-F]{8}$/);
  });

  it('has the kinds of addresses that it is told', () => {
    const [dual, own] = [apiOf({ ipAddressType: 'dualstack' }), apiOf()];
    expect(dual && prop(dual, 'IpAddressType')).toBe('dualstack');
    expect(own && prop(own, 'IpAddressType')).toBeUndefined();
  });
});

describe('what links begin with', () => {
  it.each([
    'http://leads.example.com/a/',
    'ftp://leads.example.com/',
    'https://leads.example.com/a',
    'http://localhost.example.com/',
  ])('is not %s', (linkBase) => {
    expect(Config.safeParse({ linkBase }).success).toBe(false);
    expect(() => place(() => ({ linkBase }))).toThrow(/linkBase is .*https/);
  });

  it.each(['https://leads.example.com/a/', 'http://localhost:4566/x/a/', 'http://127.0.0.1/'])(
    'may be %s',
    (linkBase) => {
      expect(Config.safeParse({ linkBase }).success).toBe(true);
    },
  );
});

describe('what only the deploy knows', () => {
  it('may be what links begin with', () => {
    expect(() => place(() => ({ linkBase: Fn.importValue('LinkBase') }))).not.toThrow();
  });
});

describe('the role by which the bus starts clocks', () => {
  it('is taken on for rules of this bus in this account alone', () => {
    const { main } = synth();
    const [[, machineRule] = []] = ofType(main, 'AWS::Events::Rule').filter(
      ([, rule]) => prop(rule, 'Targets', 0, 'RoleArn') !== undefined,
    );
    const role = main[target(machineRule && prop(machineRule, 'Targets', 0, 'RoleArn')) ?? ''];
    const [trust, ...others] = list(role && prop(role, 'AssumeRolePolicyDocument', 'Statement'));
    expect(others).toEqual([]);
    expect(at(trust, 'Condition', 'StringEquals')).toEqual({ 'aws:SourceAccount': { Ref: 'AWS::AccountId' } });
    const source = JSON.stringify(at(trust, 'Condition', 'ArnLike', 'aws:SourceArn'));
    expect(source).toMatch(/:rule\/".*GoldenHourBus.*"\/\*"/);
  });
});

describe('every resource', () => {
  it('carries a tag that tells which deployment it is of', () => {
    const { main } = synth();
    const taggable = ['AWS::SQS::Queue', 'AWS::Lambda::Function', 'AWS::Logs::LogGroup', 'AWS::SNS::Topic'];
    const tagsOf = (type: string) =>
      ofType(main, type).map(([, each]) =>
        list(prop(each, 'Tags')).find((tag) => at(tag, 'Key') === 'golden-hour:deployment'),
      );
    for (const type of taggable) {
      expect(tagsOf(type).length).toBeGreaterThan(0);
      expect(tagsOf(type)).not.toContain(undefined);
    }
  });
});
