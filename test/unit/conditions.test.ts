import { describe, expect, it } from 'vitest';
import type { Condition, Fields, Test } from '../../shared/domain/condition/condition.ts';
import { activityFieldType, leadFieldType } from '../../shared/domain/condition/condition-fields.ts';
import { compileCondition, matches } from '../../shared/domain/condition/matches.ts';
import { createTerritoryMatcher, matchedFields } from '../../shared/domain/territory/match-territory.ts';

const lead: Fields = {
  'company.name': 'Acme GmbH',
  'company.employees': 250,
  'location.country': 'de',
  'consent.email': true,
  'fields.seats': '250',
};

const on = (field: string, test: Test): Condition => ({ field, test });
const holds = (condition: Condition): boolean => {
  const answer = matches(condition, lead);
  expect(compileCondition(condition)(lead)).toBe(answer);
  return answer;
};

describe('a condition', () => {
  it.each([
    ['equals without regard to case', { in: ['ACME gmbh'] }, true],
    ['equals any of a list', { in: ['Other', 'acme GMBH'] }, true],
    ['equals none of a list', { in: ['Other', 'Acme'] }, false],
    ['equals nothing of an empty list', { in: [] }, false],
    ['starts without regard to case', { startsWith: 'aCME' }, true],
    ['does not start with what comes later', { startsWith: 'GmbH' }, false],
    ['ends without regard to case', { endsWith: 'GMBH' }, true],
    ['contains without regard to case', { contains: 'ME GM' }, true],
    ['contains what it contains only', { contains: 'me  gm' }, false],
    ['holds where every part does', { startsWith: 'acme', endsWith: 'gmbh' }, true],
    ['fails where one part does', { startsWith: 'acme', endsWith: 'inc' }, false],
    ['negates', { not: { in: ['Other'] } }, true],
    ['negates a negation', { not: { not: { contains: 'acme' } } }, true],
  ] satisfies [string, Test, boolean][])('%s', (_, test, expected) => {
    expect(holds(on('company.name', test))).toBe(expected);
  });

  it.each([
    ['Straße AG', 'STRASSE AG'],
    ['İstanbul AŞ', 'istanbul aş'],
    ['ISPARTA', 'ısparta'],
    ['ΟΔΟΣ ΑΕ', 'οδος αε'],
    ['Müller AG', 'ＭÜＬＬＥＲ ＡＧ'],
  ])('takes %s and %s for one, in every test of a text', (written, said) => {
    for (const test of [{ in: [written] }, { in: [written, 'x'] }, { startsWith: written }, { contains: written }]) {
      const when = on('company.name', test);
      expect(matches(when, { 'company.name': said })).toBe(true);
      const team = [{ rep: 'ana', weight: 1 }];
      const match = createTerritoryMatcher([{ name: 'Named', when, team, share: 'count', matchLanguage: false }]);
      expect(match({ 'company.name': said })?.name).toBe('Named');
    }
  });

  it.each([
    [{ gte: 250 }, true],
    [{ gt: 250 }, false],
    [{ lte: 250 }, true],
    [{ lt: 250 }, false],
    [{ gte: 251 }, false],
    [{ lte: 249 }, false],
    [{ gte: 249 }, true],
    [{ lte: 251 }, true],
    [{ gt: 249, lt: 251 }, true],
    [{ in: [100, 250] }, true],
    [{ in: ['250'] }, false],
    [{ contains: '25' }, false],
  ] satisfies [Test, boolean][])('tests a number: %j is %s for 250', (test, expected) => {
    expect(holds(on('company.employees', test))).toBe(expected);
  });

  it('compares numbers with numbers only, never with text that looks like one', () => {
    expect(holds(on('fields.seats', { gte: 1 }))).toBe(false);
    expect(holds(on('fields.seats', { lt: 1000 }))).toBe(false);
    expect(holds(on('fields.seats', { in: [250] }))).toBe(false);
  });

  it('tells true from the word true', () => {
    expect(holds(on('consent.email', { in: [true] }))).toBe(true);
    expect(holds(on('consent.email', { in: ['true'] }))).toBe(false);
    expect(holds(on('consent.email', { in: [false] }))).toBe(false);
  });

  it.each([
    [{ in: ['x'] }, false],
    [{ lt: 5 }, false],
    [{ contains: 'x' }, false],
    [{ exists: true }, false],
    [{ exists: false }, true],
    [{ not: { in: ['x'] } }, true],
    [{ not: { exists: false } }, false],
    [{ exists: true, not: { in: ['x'] } }, false],
  ] satisfies [Test, boolean][])('tests an absent field: %j is %s', (test, expected) => {
    expect(holds(on('company.industry', test))).toBe(expected);
  });

  it('knows that a field is there whatever it holds', () => {
    expect(holds(on('company.employees', { exists: true }))).toBe(true);
    expect(holds(on('company.employees', { exists: false }))).toBe(false);
  });

  it('combines with all, any and not', () => {
    const german = on('location.country', { in: ['DE'] });
    const large = on('company.employees', { gte: 1000 });
    expect(holds({ all: [german, large] })).toBe(false);
    expect(holds({ any: [german, large] })).toBe(true);
    expect(holds({ all: [german, { not: large }] })).toBe(true);
    expect(holds({ all: [] })).toBe(true);
    expect(holds({ any: [] })).toBe(false);
  });
});

describe('the fields that conditions may name', () => {
  it('are those of a lead, with what they hold', () => {
    expect(leadFieldType('company.employees')).toBe('number');
    expect(leadFieldType('location.country')).toBe('text');
    expect(leadFieldType('consent.sms')).toBe('flag');
  });

  it('are whatever a producer adds under fields', () => {
    expect(leadFieldType('fields.seats')).toBe('any');
    expect(leadFieldType('fields.')).toBeUndefined();
    expect(leadFieldType('fields')).toBeUndefined();
  });

  it('are no others, not even those every object has', () => {
    expect(leadFieldType('company.size')).toBeUndefined();
    expect(leadFieldType('constructor')).toBeUndefined();
    expect(leadFieldType('url')).toBeUndefined();
  });

  it('are others for an activity', () => {
    expect(activityFieldType('url')).toBe('text');
    expect(activityFieldType('company.name')).toBeUndefined();
    expect(activityFieldType('fields.seats')).toBeUndefined();
  });
});

describe('the fields that matched', () => {
  it('are told once each, as the lead has them', () => {
    const condition: Condition = {
      all: [
        on('location.country', { in: ['DE', 'AT'] }),
        on('company.employees', { gte: 100 }),
        on('company.employees', { lt: 1000 }),
      ],
    };
    expect(matchedFields(condition, lead)).toEqual([
      { field: 'location.country', value: 'de' },
      { field: 'company.employees', value: 250 },
    ]);
  });

  it('are of the part of an any that held', () => {
    const condition: Condition = {
      any: [on('location.country', { in: ['FR'] }), on('company.name', { contains: 'acme' }), on('consent.email', {})],
    };
    expect(matchedFields(condition, lead)).toEqual([{ field: 'company.name', value: 'Acme GmbH' }]);
  });

  it('leave out what the lead does not have', () => {
    const condition: Condition = {
      all: [{ not: on('location.country', { in: ['US'] }) }, on('source', { exists: false })],
    };
    expect(matchedFields(condition, lead)).toEqual([{ field: 'location.country', value: 'de' }]);
  });

  it('are none for a territory that takes every lead', () => {
    expect(matchedFields(undefined, lead)).toEqual([]);
  });
});

describe('a postcode district', () => {
  const inDistrict = (district: string | readonly string[], postalCode: string): boolean =>
    matches({ field: 'location.postalCode', test: { district } }, { 'location.postalCode': postalCode });

  it.each(['E1 6AN', 'E1 1AA', 'e1 6an', 'E16AN', 'E11AA', 'E1', 'E1 6'])('E1 takes %s', (postalCode) => {
    expect(inDistrict('E1', postalCode)).toBe(true);
    expect(inDistrict(['SW1A', 'e1'], postalCode)).toBe(true);
  });

  it.each(['E10 5XX', 'E105XX', 'E10', 'E1W 1AA', 'E1W1AA', 'E16 1AN', 'N1 6AN', '01067', '', 'E'])(
    'E1 does not take %s',
    (postalCode) => expect(inDistrict('E1', postalCode)).toBe(false),
  );

  it('may end with a letter', () => {
    expect(inDistrict('E1W', 'E1W 1AA')).toBe(true);
    expect(inDistrict('SW1A', 'SW1A1AA')).toBe(true);
    expect(inDistrict('SW1', 'SW1A 1AA')).toBe(false);
  });

  it('is looked up for territories as it is tested', () => {
    const territories = [['E1'], ['E10', 'E1W'], ['W1']].map((district, i) => ({
      name: `${i}`,
      when: { field: 'location.postalCode', test: { district } },
      team: [],
      share: 'count' as const,
      matchLanguage: false,
    }));
    const find = createTerritoryMatcher(territories);
    const found = ['E1 6AN', 'E10 5XX', 'E1W 1AA', 'W1 1AA', 'E11 1AA'].map(
      (postalCode) => find({ 'location.postalCode': postalCode })?.name,
    );
    expect(found).toEqual(['0', '1', '1', '2', undefined]);
  });
});
