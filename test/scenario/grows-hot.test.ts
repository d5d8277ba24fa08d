import { describe, expect, it } from 'vitest';
import { acted, agreementWith, captured, seller, told } from '../support/scenario/field-world.ts';

const JANE = 'jane@north.example';

describe('a lead that grows hot as a negative action fades', () => {
  const scoring = {
    hot: 60,
    minimum: ['person.email'],
    fit: [{ name: 'Norway', when: { 'location.country': 'NO' }, points: 70 }],
    behaviour: {
      halfLife: 'P14D',
      actions: [{ name: 'left the list', kind: 'unsubscribed', points: -50 }],
    },
  };

  it('qualifies and is assigned in the minute in which it does, without anybody doing anything', async () => {
    const facts = await told(agreementWith([seller('ida')], { scoring }), [
      acted('2026-11-16T09:00:00Z', JANE, 'unsubscribed'),
      captured('2026-11-16T09:00:00Z', JANE, { location: { country: 'NO' } }),
    ]);
    // 70 - 50x is 59.995, and rounds to 60.
    const hot = Date.parse('2026-11-16T09:00:00Z') + Math.log2(50 / 10.005) * 14 * 86_400_000;
    const at = (type: string) => facts.filter((fact) => fact.type === type).map((fact) => Date.parse(fact.at));
    const minute = Math.ceil(hot / 60_000) * 60_000;
    expect(at('LeadQualified')).toEqual([minute]);
    expect(at('LeadAssigned')).toEqual([minute]);
    expect(at('LeadScored')).toEqual([Date.parse('2026-11-16T09:00:00Z'), minute]);
  });
});
