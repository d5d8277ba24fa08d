import { describe, expect, it } from 'vitest';
import { Config } from '../../infra/config.ts';
import { at, ofType, prop, target } from './lookup.ts';
import { synth } from './synth.ts';

const linkCertificateArn = 'arn:aws:acm:eu-central-1:123456789012:certificate/1234';

const linkBaseOf = ({ main }: ReturnType<typeof synth>): unknown => {
  const functions = ofType(main, 'AWS::Lambda::Function').map(([, each]) => prop(each, 'Environment', 'Variables'));
  return functions.map((variables) => at(variables, 'LINK_BASE')).find((base) => base !== undefined);
};

describe('a domain for the links', () => {
  const synthesized = synth({ config: { linkDomain: 'go.example.com', linkCertificateArn } });
  const { main } = synthesized;

  it('has its certificate, and leads to the API that serves the page', () => {
    const [[id, domain] = []] = ofType(main, 'AWS::ApiGatewayV2::DomainName');
    expect(domain && prop(domain, 'DomainName')).toBe('go.example.com');
    expect(domain && prop(domain, 'DomainNameConfigurations', 0, 'CertificateArn')).toBe(linkCertificateArn);
    const [[, mapping] = []] = ofType(main, 'AWS::ApiGatewayV2::ApiMapping');
    const [[api] = []] = ofType(main, 'AWS::ApiGatewayV2::Api');
    expect(mapping && target(prop(mapping, 'DomainName'))).toBe(id);
    expect(mapping && target(prop(mapping, 'ApiId'))).toBe(api);
  });

  it('is what links begin with', () => {
    expect(linkBaseOf(synthesized)).toBe('https://go.example.com/a/');
  });

  it('is left out with its mapping where none is named', () => {
    const without = synth();
    expect(ofType(without.main, 'AWS::ApiGatewayV2::DomainName')).toEqual([]);
    expect(ofType(without.main, 'AWS::ApiGatewayV2::ApiMapping')).toEqual([]);
    expect(linkBaseOf(without)).not.toBe('https://go.example.com/a/');
  });

  it('comes with its certificate or not at all, and leaves room in an SMS', () => {
    expect(Config.safeParse({ linkDomain: 'go.example.com' }).success).toBe(false);
    expect(Config.safeParse({ linkCertificateArn }).success).toBe(false);
    expect(Config.safeParse({ linkDomain: `${'x'.repeat(54)}.com`, linkCertificateArn }).success).toBe(false);
    expect(Config.safeParse({ linkDomain: `${'x'.repeat(53)}.com`, linkCertificateArn }).success).toBe(true);
    expect(Config.safeParse({ linkDomain: 'https://go.example.com/', linkCertificateArn }).success).toBe(false);
  });
});
