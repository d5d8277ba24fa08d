import { describe, expect, it } from 'vitest';
import type { FunctionName } from '../../shared/contracts/functions.ts';
import { agreementOf } from './agreement.ts';
import { list, ofType, prop } from './lookup.ts';
import { type Resources, type SynthOptions, synth } from './synth.ts';

const routesOf = (resources: Resources): readonly string[] =>
  ofType(resources, 'AWS::ApiGatewayV2::Route').map(([, route]) => String(prop(route, 'RouteKey')));

const has = (resources: Resources, name: FunctionName): boolean =>
  ofType(resources, 'AWS::Lambda::Function').some(
    ([, each]) => prop(each, 'Environment', 'Variables', 'POWERTOOLS_SERVICE_NAME') === name,
  );

const deployed = (options?: SynthOptions): Resources => synth(options).main;

const { main } = synth();

describe('the page of figures', () => {
  it('has limits on each of its routes, so that no flood of it locks out a rep', () => {
    const [stage] = ofType(main, 'AWS::ApiGatewayV2::Stage');
    const limits = Object.entries(Object(stage && prop(stage[1], 'RouteSettings')));
    const own = routesOf(main).filter((key) => key.includes(' /m'));
    expect(own).toHaveLength(7);
    expect(limits.map(([key]) => key).toSorted()).toEqual(own.toSorted());
    expect(Object.fromEntries(limits)['POST /m']).toEqual({ ThrottlingRateLimit: 1, ThrottlingBurstLimit: 5 });
    expect(list(stage?.[1].DependsOn).length).toBeGreaterThanOrEqual(7);
  });

  it('takes tokens of an identity provider on paths of their own, where one is named', () => {
    expect(ofType(main, 'AWS::ApiGatewayV2::Authorizer')).toEqual([]);
    const resources = deployed({ config: { issuer: 'https://login.example.com', audience: 'golden-hour,other' } });
    const [authorizer] = ofType(resources, 'AWS::ApiGatewayV2::Authorizer');
    expect(authorizer && prop(authorizer[1], 'JwtConfiguration')).toEqual({
      Issuer: 'https://login.example.com',
      Audience: ['golden-hour', 'other'],
    });
    const guarded = ofType(resources, 'AWS::ApiGatewayV2::Route').filter(
      ([, route]) => prop(route, 'AuthorizationType') === 'JWT',
    );
    expect(guarded.map(([, route]) => String(prop(route, 'RouteKey'))).toSorted()).toEqual([
      'GET /m/me',
      'GET /m/me/{proxy+}',
      'HEAD /m/me',
      'HEAD /m/me/{proxy+}',
    ]);
  });

  it.each([
    ['figures are not kept', { measures: false }],
    ['it is switched off', { measuresPage: false }],
  ])('is not there where %s, and neither is the check-in', (_, config) => {
    const resources = deployed({ config });
    expect(routesOf(resources).filter((key) => key.includes(' /m'))).toEqual([]);
    expect(has(resources, 'show-measures')).toBe(false);
    expect(has(resources, 'mail-figures')).toBe(false);
  });
});

describe('the check-in', () => {
  it('has its function where a part of a clause is to be kept, or report.yaml has an hour for it', () => {
    const { sla, ...rest } = agreementOf(2, { phones: false });
    const without = { ...rest, sla: { ...sla, alert: { withinMs: sla.alert.withinMs, steps: [] } } };
    expect(has(main, 'mail-figures')).toBe(true);
    expect(has(deployed({ agreement: without }), 'mail-figures')).toBe(false);
    const terms = {
      zone: { name: 'UTC', changes: [], offsets: [0] },
      rates: {},
      costs: [],
      digest: { day: 0, minute: 480 },
    };
    const withHour = { ...without, terms };
    expect(has(deployed({ agreement: withHour }), 'mail-figures')).toBe(true);
  });
});
