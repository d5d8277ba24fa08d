import { describe, expect, it } from 'vitest';
import { neverHad } from '../../shared/agreement/codes/never-had.ts';
import type { Condition } from '../../shared/domain/condition/condition.ts';
import { smallAgreement } from '../support/agreement/small-agreement.ts';

const ofRule = (when: Condition, freeMail: readonly string[] = []): readonly string[] => {
  const { scoring } = smallAgreement();
  return neverHad(smallAgreement({ scoring: { ...scoring, freeMail, fit: [{ name: 'rule', when, points: 1 }] } }));
};

const equal = (field: string, text: string): Condition => ({ field, test: { in: [text] } });

describe('what a condition asks for and no lead has', () => {
  it.each([
    ['company.domain', 'gmail.com'],
    ['company.domain', 'facebook.com'],
    ['company.domain', 'mail.example'],
    ['company.domain', 'not a domain'],
    ['company.name', 'n/a'],
    ['person.email', 'jo@@acme.example'],
    ['visitorId', 'undefined'],
  ])('is the %s %s, by its rule', (field, text) => {
    expect(ofRule(equal(field, text), ['mail.example'])).toEqual([
      `scoring.yaml, "rule": no lead has the ${field} "${text}"`,
    ]);
  });

  it.each(['startsWith', 'endsWith', 'contains'])('is a part of a domain that is not ASCII, by %s', (operator) => {
    const when: Condition = { field: 'company.domain', test: { [operator]: 'köln' } };
    expect(ofRule(when)).toEqual(['scoring.yaml, "rule": no domain has "köln" in it: they are kept in ASCII']);
    expect(ofRule({ field: 'company.name', test: { [operator]: 'köln' } })).toEqual([]);
  });

  it('is found wherever it stands in a condition', () => {
    const never = equal('company.domain', 'gmail.com');
    const nested: Condition = {
      any: [{ all: [{ not: never }] }, { field: 'company.domain', test: { not: { in: ['gmail.com'] } } }],
    };
    expect(ofRule(nested)).toHaveLength(2);
  });

  it('is found in every file that has conditions', () => {
    const when = equal('company.domain', 'gmail.com');
    const agreement = smallAgreement();
    const told = neverHad({
      ...agreement,
      territories: agreement.territories.map((territory) => ({ ...territory, when })),
      content: [{ id: 'guide', title: 'Guide', url: 'https://acme.example/guide', for: when, after: [] }],
      watches: [{ name: 'gmail', tell: [{ role: 'marketing' }], happens: ['captured'], when }],
    });
    expect(told.map((line) => line.split(',')[0])).toEqual(['territories.yaml', 'content.yaml', 'watches.yaml']);
  });

  it('is nothing that a lead can have', () => {
    expect(ofRule(equal('company.domain', 'acme.example'))).toEqual([]);
    expect(ofRule(equal('fields.tier', 'n/a'))).toEqual([]);
    expect(ofRule(equal('person.lastName', 'null'))).toEqual([]);
    expect(neverHad(smallAgreement())).toEqual([]);
  });
});
