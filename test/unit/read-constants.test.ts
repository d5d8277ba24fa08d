import { describe, expect, it } from 'vitest';
import { compileOnFields } from '../../shared/agreement/compile-condition.ts';
import { leadCondition } from '../../shared/agreement/files/condition.ts';
import { matches } from '../../shared/domain/condition/matches.ts';

const holds = (written: object, fields: Readonly<Record<string, string>>): boolean =>
  matches(compileOnFields(leadCondition.parse(written)), fields);

describe('a constant of a condition', () => {
  it.each([
    ['a decomposed letter', 'Mu\u0308ller AG'],
    ['a no-break space', 'Müller\u00a0AG'],
    ['two spaces', 'Müller  AG'],
    ['spaces around', ' Müller AG '],
    ['a zero-width space', 'Müller\u200b AG'],
  ])('is compared as a person sees it: %s', (_, name) => {
    expect(holds({ 'company.name': [name, 'Other'] }, { 'company.name': 'Müller AG' })).toBe(true);
    expect(holds({ 'company.name': { startsWith: name.trimEnd() } }, { 'company.name': 'Müller AG Bern' })).toBe(true);
    expect(holds({ 'company.name': { not: name } }, { 'company.name': 'Müller AG' })).toBe(false);
  });

  it.each([
    ['location.country', ' de', 'DE'],
    ['location.region', 'us-ny ', 'US-NY'],
    ['location.postalCode', ' 01067', '01067'],
    ['company.domain', 'https://www.Acme.co.uk/contact?x=1', 'acme.co.uk'],
    ['location.timeZone', 'Singapore', 'Asia/Singapore'],
    ['language', 'nb', 'no'],
    ['language', 'iw', 'he'],
    ['person.email', 'Jo@ACME.example ', 'jo@acme.example'],
  ])('is read as its field is: %s %j is %s', (field, written, value) => {
    expect(holds({ [field]: written }, { [field]: value })).toBe(true);
    expect(holds({ any: [{ not: { [field]: [written] } }] }, { [field]: value })).toBe(false);
  });

  it('is a postal code of the country beside it', () => {
    const written = { 'location.country': 'GB', 'location.postalCode': 'sw1a1aa' };
    expect(holds(written, { 'location.country': 'GB', 'location.postalCode': 'SW1A 1AA' })).toBe(true);
  });

  it('keeps the space that ends a part, and what no reader can read', () => {
    expect(holds({ 'location.postalCode': { startsWith: 'E1 ' } }, { 'location.postalCode': 'E1 6AN' })).toBe(true);
    expect(holds({ 'location.postalCode': { startsWith: 'E1 ' } }, { 'location.postalCode': 'E16 1AN' })).toBe(false);
    expect(holds({ 'company.domain': 'not a domain' }, { 'company.domain': 'not a domain' })).toBe(true);
    expect(holds({ 'company.name': 'n/a' }, { 'company.name': 'n/a' })).toBe(true);
  });
});
