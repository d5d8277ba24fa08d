import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { areAbsent, caseNames, people, person, played, problemsOf } from '../support/scenario/field-cases.ts';

const repeated = <T>(value: T, count: number): readonly T[] => Array.from({ length: count }, () => value);

describe.skipIf(areAbsent)('a report of the field', { timeout: 120_000 }, () => {
  it('03: no mailbox provider is anybody’s company', async () => {
    const { of, owners, territories } = await played('03-free-mail-providers');
    expect(of('LeadRefused')).toEqual([]);
    expect(of('LeadAssigned').filter(({ data }) => data?.decision?.by === 'account')).toEqual([]);
    const german = [...territories].filter(([email]) => email.startsWith('bert'));
    expect(german.length).toBeGreaterThan(15);
    expect(german.map(([, name]) => name)).toEqual(repeated('Rest', german.length));
    expect(owners.size).toBe(2 * german.length);
  });

  it('04: a website names the same company as its bare host', async () => {
    const { of } = await played('04-website-as-domain');
    const strangers = of('LeadAssigned').filter(({ email }) => /^y\d@gmail\.com$/.test(email ?? ''));
    expect(strangers.map(({ data }) => [data?.rep, data?.decision?.by])).toEqual(repeated(['ana', 'account'], 7));
  });

  it('05: a placeholder for a visitor is nobody', async () => {
    const { of } = await played('05-visitor-undefined');
    expect(of('LeadQualified')).toEqual([]);
    expect(of('LeadScored').map(({ data }) => data?.score)).toEqual(repeated(0, 5));
  });

  it('06: null and empty say nothing', async () => {
    const { of, owners } = await played('06-null-and-empty');
    expect(of('LeadRefused')).toEqual([]);
    expect([...owners.keys()]).toEqual(Array.from({ length: 11 }, (_, nth) => `p${nth}@acme${nth}.example`));
  });

  it('25: a language in any tag or name, the first of a list, old codes and groups', async () => {
    const { owners } = await played('25-language-tags');
    expect(people(17).map((one) => owners.get(one))).toEqual([
      ...repeated('dora', 8),
      ...repeated('nina', 3),
      ...['hana', 'hana', 'paul', 'fred', 'dora', 'dora'],
    ]);
    expect(owners.get(person(17))).toBeDefined();
    expect(owners.get(person(19))).toBe('eve');
  });

  it('25b: a language that nobody speaks goes to the overflow, and the record says so', async () => {
    const { of } = await played('25b-language-nobody-speaks', '2026-12-16T00:00:00Z');
    const assigned = of('LeadAssigned').map(({ at, email, data }) => [at, email, data?.rep, data?.decision?.by]);
    expect(assigned).toEqual([
      ['2026-11-16T09:00:01.000Z', 'jo@acme.example', 'ben', 'overflow'],
      ['2026-11-16T09:00:01.000Z', 'li@beta.example', 'ben', 'overflow'],
    ]);
    expect(of('LeadAssigned').every(({ data }) => data?.decision?.unspokenLanguage !== undefined)).toBe(true);
    expect(of('Message').length).toBeGreaterThan(1);
  });

  it('26: what a person cannot see decides nothing', async () => {
    const { territories } = await played('26-forms-and-spaces');
    expect(people(18).map((one) => territories.get(one))).toEqual([
      ...repeated('Named', 9),
      ...repeated('Region', 6),
      ...repeated('Zip', 3),
    ]);
  });

  it('27: one lead for every spelling of an address, none under what cannot be written to', async () => {
    const { of } = await played('27-addresses');
    expect(new Set(of('LeadScored').map(({ email }) => email))).toEqual(new Set(['jo@acme.example']));
    expect(of('LeadAssigned').map(({ email }) => email)).toEqual(['jo@acme.example']);
    // Seven that no mail reaches, each as a capture and as an activity.
    expect(of('LeadRefused')).toHaveLength(14);
  });

  it('33: a placeholder fills no minimum', async () => {
    const { of } = await played('33-placeholders');
    expect(of('LeadIncomplete').map(({ email }) => email)).toEqual(people(10));
    expect(of('LeadAssigned').map(({ email }) => email)).toEqual([person(10)]);
  });

  it('40: the usual names of a country are that country, and no lead is lost by another', async () => {
    const { of, territories } = await played('40-uk-is-gb');
    expect(of('LeadRefused')).toEqual([]);
    expect(people(17).map((one) => territories.get(one))).toEqual([
      ...repeated('Britain', 4),
      ...repeated('Greece', 2),
      ...repeated('Rest', 8),
      ...repeated('Britain', 3),
    ]);
    // EN, XX, ZZ, EU and D are told.
    expect(of('LeadFieldsIgnored').map(({ email }) => email)).toEqual([6, 7, 8, 10, 13].map(person));
  });

  it('58: a competitor is known in any spelling, also by the address alone', async () => {
    const { of } = await played('58-competitor-by-address', '2026-11-16T09:10:00Z');
    expect(new Set(of('LeadScored').map(({ email }) => email)).size).toBe(5);
    expect(of('LeadAssigned')).toEqual([]);
  });

  it.each([
    ['34: with a mark and CR LF', '34-agreement-codes', ['territories.yaml:3:48 expected text, got 1'], 3],
    ['34b: beside other mistakes', '34b-agreement-codes', [], 0],
  ])('%s: check tells every code that is none', async (_, name, others, lines) => {
    const problems = await problemsOf(name);
    const at = (line: number, column: number) => `territories.yaml:${line + lines}:${column}`;
    expect(problems).toEqual(
      expect.arrayContaining([
        ...others,
        `${at(3, 35)} location.postalCode is text and never equals 1067: write it in quotes`,
        `${at(3, 42)} location.postalCode is text and never equals 80331: write it in quotes`,
        `${at(6, 40)} "UK" is no country of ISO 3166-1: did you mean GB?`,
        `${at(6, 44)} "EL" is no country of ISO 3166-1: did you mean GR?`,
        `${at(6, 48)} "Germany" is no country of ISO 3166-1: did you mean DE?`,
        `${at(9, 53)} "NY" is no region of ISO 3166-2: did you mean US-NY?`,
        `${at(9, 57)} "California" is no region of ISO 3166-2: did you mean US-CA?`,
      ]),
    );
  });

  it('has a test, each of them', () => {
    const tests = ['', '-time', '-import'].map((kind) =>
      readFileSync(join(import.meta.dirname, `field-cases${kind}.test.ts`), 'utf8'),
    );
    const untested = caseNames().filter((name) => !tests.some((text) => text.includes(`'${name}'`)));
    // The manager who is away has a story of its own.
    expect(untested.filter((name) => !name.startsWith('45'))).toEqual([]);
  });
});
