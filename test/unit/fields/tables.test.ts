import fc from 'fast-check';
import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { getDomain } from 'tldts';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readRules, wantedRules } from '../../../scripts/field-tables/public-suffixes.ts';
import { jsonOf } from '../../../scripts/field-tables/source.ts';
import { fieldTables, packedNow } from '../../../scripts/write-field-tables.ts';
import { isCountryCode, readCountry } from '../../../shared/fields/country.ts';
import { readPhone } from '../../../shared/fields/phone.ts';
import { registrableDomain } from '../../../shared/fields/public-suffix.ts';
import { outcomeOf } from '../../support/fields/outcome.ts';

const EnglishNames = z.object({ countries: z.record(z.string(), z.union([z.string(), z.array(z.string())])) });

describe('the tables of the readers', async () => {
  const tables = await fieldTables();

  it.each(tables.map(({ file, text }) => [file, text] as const))(
    '%s is what its package says now: npm run tables',
    (file, text) => {
      expect(packedNow(file) === text).toBe(true);
    },
  );

  it('have every rule of the public part of the list', async () => {
    const [all, wanted] = [await readRules(), new Set((await wantedRules()).map(({ name }) => name))];
    expect(all.length).toBeGreaterThan(9_000);
    expect(wanted.size).toBeGreaterThan(7_000);
    const missing = all.filter((rule) => rule.icann && rule.name.includes('.')).filter(({ name }) => !wanted.has(name));
    expect(missing).toEqual([]);
  });

  const hostsUnder = (name: string, exception: boolean): readonly string[] => {
    const { hostname } = new URL(`http://${name.replaceAll('*', 'any')}`);
    return exception ? [hostname, `www.${hostname}`] : [hostname, `acme.${hostname}`, `www.acme.${hostname}`];
  };

  it('find the same domain as tldts under every suffix of the public part', async () => {
    const rules = (await wantedRules()).filter(({ icann }) => icann);
    const hosts = rules.flatMap(({ name, exception }) => hostsUnder(name, exception));
    expect(hosts.filter((host) => (registrableDomain(host) ?? null) !== getDomain(host))).toEqual([]);
  });

  it('find the same domain as tldts under every suffix of the private part below which it has no more rules', async () => {
    const parents = new Set(
      (await readRules()).filter(({ name }) => name.startsWith('*.')).map(({ name }) => name.slice(2)),
    );
    const rules = (await wantedRules()).filter(({ icann, name }) => !icann && !parents.has(name));
    expect(rules.length).toBeGreaterThan(1_500);
    const hosts = rules.flatMap(({ name, exception }) => hostsUnder(name, exception));
    const differing = hosts.filter(
      (host) => (registrableDomain(host) ?? null) !== getDomain(host, { allowPrivateDomains: true }),
    );
    expect(differing).toEqual([]);
  });

  it('find the same domain as tldts for whatever host', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    fc.assert(
      fc.property(fc.array(label, { minLength: 2, maxLength: 5 }), (labels) => {
        const host = labels.join('.');
        expect(registrableDomain(host) ?? null).toBe(getDomain(host, { allowPrivateDomains: true }));
      }),
    );
  });

  it('read a telephone number of every country as libphonenumber does', () => {
    const read = getCountries().map((country) => {
      const full = parsePhoneNumberFromString(examples[country] ?? '', country);
      return { country, full, ours: readPhone(full?.formatNational(), { country }) };
    });
    // Four digits, as on an island of a few hundred people, are a house's own in most countries.
    const wrong = read.filter(({ full, ours }) =>
      'problem' in ours ? (full?.nationalNumber.length ?? 0) > 4 : !('value' in ours) || ours.value !== full?.number,
    );
    expect(read.length).toBeGreaterThan(230);
    expect(wrong).toEqual([]);
  });

  it('read every name in English that the package has, but the one that two countries have', () => {
    const { countries } = EnglishNames.parse(jsonOf('i18n-iso-countries', 'langs/en.json'));
    const wrong = Object.entries(countries).flatMap(([code, names]) =>
      [names].flat().filter((name) => outcomeOf(readCountry(name)) !== code),
    );
    expect(Object.keys(countries).length).toBeGreaterThan(240);
    expect(wrong).toEqual(['Congo']);
  });

  it('know every country that has a code', () => {
    expect(['DE', 'GB', 'XK', 'SS', 'BQ'].every(isCountryCode)).toBe(true);
    expect(['UK', 'EU', 'XX', 'AN', 'de', ''].some(isCountryCode)).toBe(false);
  });
});
