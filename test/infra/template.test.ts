import type { App } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { LogLevel } from '../../shared/contracts/env/common.ts';
import { ofType, prop } from './lookup.ts';
import * as properties from './properties.ts';
import { PARTS, runbookHeadings, runbooks } from './runbooks.ts';
import { buildApp, synth } from './synth.ts';

const { all, main, nested } = synth();

const { everyAlarmNamesARunbook, ...simple } = properties;

const sentence = (name: string): string => name.replace(/[A-Z0-9]+/g, (word) => ` ${word.toLowerCase()}`);

const findings = (app: App): readonly string[] =>
  new AwsSolutionsChecks(app)
    .validateScope(app)
    .violations.map(({ ruleName }) => ruleName)
    .sort();

describe('the template', () => {
  it.each(Object.entries(simple).map(([name, property]) => ({ name: sentence(name), property })))(
    '$name',
    ({ property }) => {
      // A property that is about one nested resource looks for its policy beside it.
      expect([...property(main), ...Object.values(nested).flatMap(property)]).toEqual([]);
    },
  );

  it('names in every alarm a runbook heading that exists', () => {
    expect(ofType(main, 'AWS::CloudWatch::Alarm').length).toBeGreaterThan(20);
    expect(everyAlarmNamesARunbook(runbookHeadings())(main)).toEqual([]);
  });

  it('has no runbook heading that no alarm leads to', () => {
    const named = ofType(main, 'AWS::CloudWatch::Alarm').map(([, alarm]) => String(prop(alarm, 'AlarmDescription')));
    expect([...runbookHeadings()].filter((heading) => !named.some((text) => text.endsWith(`/${heading}`)))).toEqual([]);
  });

  it('has no runbook but those that say what is wrong, how to look, what to do, and how to know that it is well', () => {
    const partsOf = (text: string) => [...text.matchAll(/^\*\*([A-Z][^*]+\.)\*\*/gm)].map(([, part]) => part);
    const unlike = [...runbooks()].filter(([, text]) => partsOf(text).join() !== PARTS.join());
    expect(unlike.map(([heading]) => heading)).toEqual([]);
    expect([...runbooks()].filter(([, text]) => !/^ *```sh\n/m.test(text)).map(([heading]) => heading)).toEqual([]);
  });

  it('takes missing data for trouble only where silence is the trouble', () => {
    const onSilence = ofType(main, 'AWS::CloudWatch::Alarm').filter(
      ([, alarm]) => prop(alarm, 'TreatMissingData') !== 'notBreaching',
    );
    expect(onSilence.map(([, alarm]) => [prop(alarm, 'MetricName'), prop(alarm, 'TreatMissingData')])).toEqual([
      ['Heartbeat', 'breaching'],
    ]);
  });

  it.each([true, false])(
    'protects table and stack from deletion only when told, for a failed first deploy: %s',
    (protect) => {
      const { app, main: made } = synth({ config: { protect } });
      const [table] = ofType(made, 'AWS::DynamoDB::GlobalTable').map(([, each]) => each);
      expect(table && prop(table, 'Replicas', 0, 'DeletionProtectionEnabled')).toBe(protect);
      expect(app.synth().getStackByName('GoldenHour').terminationProtection).toBe(protect);
    },
  );

  it('leaves nothing behind when told not to retain', () => {
    const { main: fleeting } = synth({ config: { retain: false } });
    expect(Object.values(fleeting).filter(({ DeletionPolicy }) => DeletionPolicy?.startsWith('Retain'))).toEqual([]);
  });

  it.each(LogLevel.options)('lets metrics pass where functions log from %s on', (logLevel) => {
    const { main: quieter } = synth({ config: { logLevel } });
    expect(properties.noLogLevelHoldsMetricsBack(quieter)).toEqual([]);
    const levels = ofType(quieter, 'AWS::Lambda::Function').map(([, each]) =>
      prop(each, 'Environment', 'Variables', 'LOG_LEVEL'),
    );
    expect(new Set(levels)).toEqual(new Set([logLevel]));
  });

  it('logs neither the path nor the query of a link', () => {
    const [stage] = ofType(main, 'AWS::ApiGatewayV2::Stage').map(([, each]) => each);
    const format = String(stage && prop(stage, 'AccessLogSettings', 'Format'));
    expect(Object.keys(JSON.parse(format)).sort()).toEqual(['latency', 'method', 'requestId', 'routeKey', 'status']);
    expect(format).not.toMatch(/path|query/i);
  });

  it('fits into the limits of CloudFormation', () => {
    expect(Object.keys(main).length).toBeLessThan(500);
    expect(Object.keys(all).length).toBeGreaterThan(Object.keys(main).length);
  });

  it('gives cdk-nag nothing to find that is not acknowledged with a reason', () => {
    expect(findings(buildApp())).toEqual([]);
  });

  it('would have been found wanting by cdk-nag', () => {
    const app = buildApp();
    new Queue(app.node.findChild('GoldenHour'), 'Careless');
    expect(findings(app)).toEqual(['AwsSolutions-SQS3', 'AwsSolutions-SQS4']);
  });
});
