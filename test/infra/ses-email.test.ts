import { App, Stack } from 'aws-cdk-lib';
import { EmailIdentity } from 'aws-cdk-lib/aws-ses';
import { describe, expect, it } from 'vitest';
import { Config } from '../../infra/config.ts';
import { SesEmail } from '../../infra/constructs/ses-email.ts';
import { readEmailWay } from '../../shared/contracts/env/email.ts';
import type { FunctionName } from '../../shared/contracts/functions.ts';
import { at, list, ofType, prop } from './lookup.ts';
import { functionNamed } from './permissions.ts';
import { synth } from './synth.ts';

const FROM = 'leads@mail.example.com';
const { main, nested } = synth({ config: { email: 'ses', emailFrom: FROM, emailIdentity: 'example.com' } });
const [sets] = [ofType(main, 'AWS::SES::ConfigurationSet')];

const SENDERS: readonly FunctionName[] = ['alert-rep', 'show-measures', 'mail-figures'];

describe('e-mail by SES', () => {
  it('has no topics, and nobody who has to confirm', () => {
    expect(Object.keys(nested)).toEqual([]);
    const protocols = ofType(main, 'AWS::SNS::Subscription').map(([, each]) => prop(each, 'Protocol'));
    expect(protocols).not.toContain('email');
  });

  it('asks for TLS, and keeps a list of those who get none any more', () => {
    expect(sets).toHaveLength(1);
    const [[, set] = []] = sets;
    expect(set && prop(set, 'DeliveryOptions', 'TlsPolicy')).toBe('REQUIRE');
    expect(set && prop(set, 'SuppressionOptions', 'SuppressedReasons')).toEqual(['BOUNCE', 'COMPLAINT']);
  });

  it('follows nobody: no link is rewritten, and no opening is told', () => {
    const [[, set] = []] = sets;
    expect(set && prop(set, 'TrackingOptions')).toBeUndefined();
    for (const [, destination] of ofType(main, 'AWS::SES::ConfigurationSetEventDestination')) {
      const types = list(prop(destination, 'EventDestination', 'MatchingEventTypes')).map(String);
      expect(types.filter((type) => /open|click/i.test(type))).toEqual([]);
    }
  });

  it('comes from the one address, of the identity and by the configuration set', () => {
    const statements = ofType(main, 'AWS::IAM::Policy')
      .flatMap(([, policy]) => list(prop(policy, 'PolicyDocument', 'Statement')))
      .filter((statement) => list(at(statement, 'Action')).includes('ses:SendEmail'));
    expect(statements).toHaveLength(SENDERS.length);
    for (const statement of statements) {
      expect(at(statement, 'Condition')).toEqual({ StringEquals: { 'ses:FromAddress': FROM } });
      const resources = JSON.stringify(at(statement, 'Resource'));
      expect(resources).toContain(':identity/example.com');
      expect(resources).toContain(':configuration-set/');
      expect(resources).not.toContain('*');
    }
  });

  it.each([...SENDERS, 'check-reach'] as const)('is what %s is told', (name) => {
    const variables = prop(functionNamed(name, main).resource, 'Environment', 'Variables');
    expect(at(variables, 'EMAIL_BY')).toBe('ses');
    expect(JSON.stringify(at(variables, 'EMAIL_VIA'))).toMatch(/example\.com,.*,leads@mail\.example\.com/);
  });

  it('is of the domain of its address where no identity is told', () => {
    const { main: own } = synth({ config: { email: 'ses', emailFrom: FROM } });
    expect(JSON.stringify(ofType(own, 'AWS::IAM::Policy'))).toContain(':identity/mail.example.com');
  });

  it('is refused from what is no plain address', () => {
    for (const from of [
      'Leads <leads@example.com>',
      'a@example.com,b@example.com',
      'leads',
      'a@x.com\r\nBcc: b@x.com',
    ]) {
      const stack = new Stack(new App(), 'Mail');
      const identity = EmailIdentity.fromEmailIdentityName(stack, 'Identity', 'example.com');
      expect(() => new SesEmail(stack, 'Email', { identity, from })).toThrow(/address without a name/);
    }
  });
});

describe('the context of e-mail', () => {
  const problems = (config: object) => Config.safeParse(config).error?.issues.map(({ message }) => message) ?? [];

  it('names an address with SES, and none without', () => {
    expect(problems({ email: 'ses' })).toEqual(['email=ses and emailFrom go together']);
    expect(problems({ emailFrom: FROM })).toEqual(['email=ses and emailFrom go together']);
    expect(problems({ email: 'ses', emailFrom: FROM, emailIdentity: 'example.com' })).toEqual([]);
  });
});

describe('the environment of who sends', () => {
  it('is refused where a part of it is missing', () => {
    expect(() => readEmailWay({ EMAIL_BY: 'ses', EMAIL_VIA: 'example.com,set' })).toThrow();
  });
});
