import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { at, list, ofType, prop, target } from './lookup.ts';
import { functionNamed } from './permissions.ts';
import * as properties from './properties.ts';
import { runbookHeadings } from './runbooks.ts';
import { BY_SES, buildApp, synth } from './synth.ts';

const { main } = synth({ config: BY_SES });
const { main: bySns } = synth();

const { everyAlarmNamesARunbook, ...simple } = properties;

const [[set] = []] = ofType(main, 'AWS::SES::ConfigurationSet');

const rules = ofType(main, 'AWS::Events::Rule')
  .map(([, rule]) => rule)
  .filter((rule) => list(prop(rule, 'EventPattern', 'source')).includes('aws.ses'));

describe('mails that come back', () => {
  it('are told to the default bus, and nothing else is', () => {
    const destinations = ofType(main, 'AWS::SES::ConfigurationSetEventDestination').map(([, each]) => each);
    expect(destinations).toHaveLength(1);
    const [destination] = destinations;
    expect(target(destination && prop(destination, 'ConfigurationSetName'))).toBe(set);
    const told = destination && prop(destination, 'EventDestination');
    expect(list(at(told, 'MatchingEventTypes'))).toEqual(['bounce', 'complaint']);
    expect(JSON.stringify(at(told, 'EventBridgeDestination', 'EventBusArn'))).toContain(':event-bus/default');
  });

  it('are heard of this deployment alone, and no delayed one among them', () => {
    const detail = rules.map((rule) => [
      prop(rule, 'EventBusName'),
      list(prop(rule, 'EventPattern', 'detail-type')),
      prop(rule, 'EventPattern', 'detail', 'bounce'),
      target(list(prop(rule, 'EventPattern', 'detail', 'mail', 'tags', 'ses:configuration-set'))[0]),
    ]);
    expect(detail).toEqual([
      ['default', ['Email Bounced'], { bounceType: ['Permanent'] }, set],
      ['default', ['Email Complaint Received'], undefined, set],
    ]);
  });

  it('come without headers, of which one names the lead', () => {
    for (const rule of rules) {
      const read = Object.values(Object(prop(rule, 'Targets', 0, 'InputTransformer', 'InputPathsMap')));
      expect(read.filter((path) => /[hH]eaders|source|\$\.detail$|\$\.detail\.mail$/.test(String(path)))).toEqual([]);
      expect(read).toEqual(expect.arrayContaining(['$.id', '$.time', '$.detail.mail.messageId', '$.detail.mail.tags']));
    }
  });

  it('wait in a queue of hear-bounce, one at a time, and those that cannot be handed to it are kept', () => {
    const { id } = functionNamed('hear-bounce', main);
    const [mapping] = ofType(main, 'AWS::Lambda::EventSourceMapping')
      .map(([, each]) => each)
      .filter((each) => target(prop(each, 'FunctionName')) === id);
    const queue = target(mapping && prop(mapping, 'EventSourceArn')) ?? '';
    expect(mapping && prop(mapping, 'BatchSize')).toBe(1);
    for (const rule of rules) {
      expect(target(prop(rule, 'Targets', 0, 'Arn'))).toBe(queue);
      expect(target(prop(rule, 'Targets', 0, 'DeadLetterConfig', 'Arn'))).toMatch(/BouncesUndelivered/);
    }
    expect(at(main[queue], 'Properties', 'RedrivePolicy', 'maxReceiveCount')).toBe(5);
  });

  it('are asked for by another channel on the queue of alert-rep', () => {
    const { resource } = functionNamed('hear-bounce', main);
    expect(target(prop(resource, 'Environment', 'Variables', 'ALERT_QUEUE_URL'))).toMatch(/AlertRepRouteWorkQueue/);
  });

  it('leave nothing in a stack whose e-mail goes by SNS', () => {
    expect(Object.keys(bySns).filter((id) => /Bounce/.test(id))).toEqual([]);
    expect(() => functionNamed('hear-bounce', bySns)).toThrow();
  });
});

describe('the template by SES', () => {
  it.each(Object.entries(simple))('holds what every template does: %s', (_, property) => {
    expect(property(main)).toEqual([]);
  });

  it('names in every alarm a runbook heading that exists', () => {
    expect(everyAlarmNamesARunbook(runbookHeadings())(main)).toEqual([]);
  });

  it('is found nothing wrong with by the rules of AWS', () => {
    const app = buildApp({ config: BY_SES });
    expect(new AwsSolutionsChecks(app).validateScope(app).violations.map(({ ruleName }) => ruleName)).toEqual([]);
  });
});
