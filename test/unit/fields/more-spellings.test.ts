import { describe, expect, it } from 'vitest';
import { readCountry } from '../../../shared/fields/country.ts';
import { readDomain } from '../../../shared/fields/domain.ts';
import { readEmailAddress } from '../../../shared/fields/email-address.ts';
import { readFlag } from '../../../shared/fields/flag.ts';
import { readIdentifier } from '../../../shared/fields/identifier.ts';
import { readInstant } from '../../../shared/fields/instant.ts';
import { readLanguage } from '../../../shared/fields/language.ts';
import { readNumber } from '../../../shared/fields/number.ts';
import { readPhone } from '../../../shared/fields/phone.ts';
import { readPostalCode } from '../../../shared/fields/postal-code.ts';
import { readRegion } from '../../../shared/fields/region.ts';
import { ABSENT, outcomeOf, PROBLEM } from '../../support/fields/outcome.ts';

describe('a field as it is written elsewhere', () => {
  it.each([
    ['ES', 'Cataluña', 'ES-CT'],
    ['US', 'Calif.', 'US-CA'],
    ['US', 'Mass.', 'US-MA'],
    ['PL', 'Masovian Voivodeship', 'PL-14'],
    ['RU', 'Москва', 'RU-MOW'],
    ['UA', 'Lviv', 'UA-46'],
    ['KR', '경기도', 'KR-41'],
    ['KR', '충청북도', 'KR-43'],
    ['DK', 'Hovedstaden', 'DK-84'],
    ['CL', 'Región Metropolitana', 'CL-RM'],
    ['FR', 'PACA', 'FR-PAC'],
    ['AR', 'CABA', 'AR-C'],
    ['AR', 'Buenos Aires', PROBLEM],
  ])('a region of %s, %s', (country, written, code) => {
    expect(outcomeOf(readRegion(written, { country }))).toBe(code);
  });

  it.each([
    ['Czech Rep.', 'CZ'],
    ['GER', 'DE'],
    ['SUI', 'CH'],
    ['GB-ENG', 'GB'],
    ['CH-Schweiz', 'CH'],
    ['香港', 'HK'],
    ['S. Korea', 'KR'],
    ['US-NY', PROBLEM],
  ])('a country, %s', (written, code) => {
    expect(outcomeOf(readCountry(written))).toBe(code);
  });

  it.each([
    ['DE', '49 171 39200099', '+4917139200099'],
    ['DE', 'https://wa.me/4917139200099', '+4917139200099'],
    ['US', '1 202 555 0123', '+12025550123'],
    ['DE', '4.917139E+12', PROBLEM],
  ])('a phone in %s, %s', (country, written, phone) => {
    expect(outcomeOf(readPhone(written, { country }))).toBe(phone);
  });

  it.each([
    ['DE', 'DE01067', '01067'],
    ['DE', '01067 Dresden', '01067'],
    ['DE', '="01067"', '01067'],
    ['DE', '1067.0', '01067'],
    ['PL', 2677, '02-677'],
    ['BR', 1310100, '01310-100'],
    ['JP', 600000, '060-0000'],
    ['FR', '75001 CEDEX 01', '75001'],
    ['NL', '1234 AB', '1234 AB'],
    ['DE', "' 01067", '01067'],
    ['DE', "''01067", '01067'],
  ])('a postal code in %s, %s', (country, written, code) => {
    expect(outcomeOf(readPostalCode(written, { country }))).toBe(code);
  });

  it.each([
    ['US$ 1,000.50', 1000.5],
    ['R$ 1.234,56', 1234.56],
    ['kr 1 234', 1234],
    ['Rs. 5,00,000', 500_000],
  ])('a number, %s', (written, number) => {
    expect(outcomeOf(readNumber(written, {}))).toBe(number);
  });

  it.each([
    ['2026-11-16T10:00:00+01:00[Europe/Berlin]', '2026-11-16T09:00:00.000Z'],
    ['2026-11-16T10:00:00 GMT+1', '2026-11-16T09:00:00.000Z'],
    ['2026-11-16 10:00:00 UTC+01:00', '2026-11-16T09:00:00.000Z'],
    ['2026-11-16T10:00:00\u221201:00', '2026-11-16T11:00:00.000Z'],
  ])('an instant, %s', (written, instant) => {
    expect(outcomeOf(readInstant(written))).toBe(Date.parse(instant));
  });

  it.each([
    ['Jo Doe (jo@acme.example)', 'jo@acme.example'],
    ['mailto://jo@acme.example', 'jo@acme.example'],
    ['> jo@acme.example', 'jo@acme.example'],
    ['jo@acme.example/', 'jo@acme.example'],
  ])('an address, %s', (written, address) => {
    expect(outcomeOf(readEmailAddress(written))).toMatchObject({ address });
  });

  it.each([
    ['tiktok.com/@acme', ABSENT],
    ['https://acme.example/@team', 'acme.example'],
    ['acme.business.site', 'acme.business.site'],
    ['acme.atlassian.net', 'acme.atlassian.net'],
  ])('a domain, %s', (written, domain) => {
    expect(outcomeOf(readDomain(written, { freeMail: new Set() }))).toBe(domain);
  });

  it.each([
    ['[object HTMLElement]', ABSENT],
    ['() => id', ABSENT],
    ['opted-out', ABSENT],
    ['xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx', ABSENT],
    ['11111111-1111-1111-1111-111111111111', ABSENT],
    ['visitor_id', ABSENT],
    ['11111111-1111-1111-1111-111111111112', '11111111-1111-1111-1111-111111111112'],
  ])('a visitor, %s', (written, id) => {
    expect(outcomeOf(readIdentifier(written))).toBe(id);
  });

  it.each([
    ['I agree', true],
    ['no thanks', false],
    ['IGAZ', true],
    ['epätosi', false],
  ])('a flag, %s', (written, flag) => {
    expect(outcomeOf(readFlag(written))).toBe(flag);
  });
});

describe('what is left once marks are taken away', () => {
  it('stands for nothing as it would by itself', () => {
    expect(outcomeOf(readPostalCode('D-0 0', {}))).toBe(ABSENT);
    expect(outcomeOf(readLanguage('NA@0'))).toBe(ABSENT);
  });

  it('is read as it would be by itself', () => {
    expect(outcomeOf(readPhone("' 49 171 39200099", { country: 'DE' }))).toBe('+4917139200099');
  });
});
